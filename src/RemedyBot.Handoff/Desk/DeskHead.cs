using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Desk;

/// <summary>What the list shows of a case, sealed apart from the case itself so that a list opens quickly.</summary>
/// <param name="Urgency">U0 to U3; null where the consent left it out, and at a desk whose case key is held elsewhere.</param>
/// <param name="Language">BCP 47 tag of the person.</param>
/// <param name="Harm">The primary leaf.</param>
/// <param name="Day">The UTC day of the consent.</param>
/// <param name="Expires">The day on which the case is deleted.</param>
public sealed record DeskHead(
    string Ref, HandoffState State, string? Urgency, string? Language, string? Harm, DateOnly Day, DateOnly Expires, BoxAddress Box)
{
    /// <summary>The person asked for a talk, or had one; null for other cases.</summary>
    public Live.DeskTalk? Talk { get; init; }

    // Every head fills the same room, so that a new state never changes a row's size. Its parts are bounded well below this.
    private const int Room = 1_200;

    public string Seal(SealingKey key, string recipientId)
    {
        var padded = new byte[Room];
        padded.AsSpan().Fill((byte)' ');
        HandoffJson.Write(this).CopyTo(padded, 0);
        return Envelope.Seal(padded, key, new SealLabel(recipientId, Ref));
    }

    /// <summary>Null where the key is another or the label outside does not agree with what is inside.</summary>
    public static DeskHead? Open(string sealedHead, OpeningKey key) =>
        Envelope.LabelOf(sealedHead) is { } label
        && Envelope.Open(sealedHead, key, label) is { } json
        && HandoffJson.Read<DeskHead>(json) is { } head
        && head.Ref == label.Ref
            ? head
            : null;

    public override string ToString() => nameof(DeskHead);
}
