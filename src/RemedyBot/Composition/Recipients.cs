using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Turns;

namespace RemedyBot.Composition;

/// <summary>The desk, once it is set up.</summary>
public sealed class Recipients(DeskFile desk, BotParts parts) : IRecipients
{
    private readonly DeskCard? _pretended = parts.PretendDesk ? Pretended() : null;

    public IReadOnlyList<RecipientCard> In(string language) =>
        Card is null ? [] : [new(HandoffPreparation.DeskKind, DeskCard.RecipientId, Name(language), "helpline")];

    public Recipient? Find(string id, string language) => id == DeskCard.RecipientId ? Card?.ToRecipient(Name(language)) : null;

    private DeskCard? Card => desk.Read() ?? _pretended;

    private string Name(string language) => parts.DeskName ?? parts.Content.Localizer.Catalog.Render(language, "common/desk-name");

    private static DeskCard Pretended()
    {
        using var key = OpeningKey.Create();
        return new(key.Public, null, new Dictionary<string, string>());
    }
}
