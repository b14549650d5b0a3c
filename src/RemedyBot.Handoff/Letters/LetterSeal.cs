using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Handoff.Letters;

/// <summary>Seals letters to a box and opens them. The box is named inside too, so a letter put elsewhere does not open.</summary>
public static class LetterSeal
{
    /// <returns>Its header names nobody, so letters of one box cannot be told to belong together.</returns>
    public static LetterDraft Seal(Note note, BoxAddress box, DateOnly lastDay)
    {
        var key = box.SealingKey() ?? throw new ArgumentException("The box address holds no P-256 key.", nameof(box));
        var json = HandoffJson.Write(new Inside(note, box.Id));
        return new LetterDraft(box.IdBytes(), JwePadding.Seal(json, padded => Envelope.Seal(padded, key, null)), lastDay) { Rings = note.IsNews };
    }

    /// <summary>Null for another box or any change.</summary>
    public static Note? Open(Letter letter, OpeningKey key, string boxId) =>
        Envelope.Open(letter.Jwe, key, null) is { } json && HandoffJson.Read<Inside>(json) is { } inside && inside.Box == boxId ? inside.Letter : null;

    private sealed record Inside(Note Letter, string Box);
}
