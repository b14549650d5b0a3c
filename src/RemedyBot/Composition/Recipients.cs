using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Remedy.Recipients;
using RemedyBot.Remedy.Sharing;
using RemedyBot.Turns;

namespace RemedyBot.Composition;

/// <summary>The desk, once it is set up, and the recipients whose cards are offered.</summary>
public sealed class Recipients(DeskFile desk, BotParts parts) : IRecipients
{
    private readonly DeskCard? _pretended = parts.PretendDesk ? Pretended() : null;

    public IReadOnlyList<RecipientCard> In(string language) =>
    [
        .. Desk is null ? Array.Empty<RecipientCard>() : [new(HandoffPreparation.DeskKind, DeskCard.RecipientId, DeskName(language), "helpline")],
        .. parts.Help.Offered.Select(c => new RecipientCard(c.Kind, c.Id, Words(c.Name, language), Columns.For(c.Kind, c.Column).Name)),
    ];

    public Recipient? Find(string id)
    {
        var language = LanguageOf(id);
        if (id == DeskCard.RecipientId)
            return Desk?.ToRecipient(DeskName(language)) is { } own ? own with { Notify = Bell(language) } : null;
        return Card(id) is { } card ? Of(card, Words(card.Name, language), parts.Help.IsInline(card)) : null;
    }

    /// <summary>How a card's case is sealed.</summary>
    internal static Recipient Of(HelpCard card, string name, bool inline)
    {
        var mail = HelpDirectory.IsOpenPgp(card);
        return new(card.Kind, card.Id, name, card.Key is { } key && !mail ? SealingKey.Read(key) : null)
        {
            MailKey = mail ? OpenPgpKey.Read(card.Key!, card.Fingerprint ?? "") : null,
            MailInline = inline,
            TakesClear = card.Readable,
        };
    }

    public string LanguageOf(string id) => LanguageOf(Card(id), parts.Content);

    public IReadOnlyList<string> ReadsOf(string id) => id == DeskCard.RecipientId ? parts.DeskReads : Card(id)?.Reads ?? [];

    /// <summary>The first of a recipient's languages that this program speaks; English where it names none of them.</summary>
    internal static string LanguageOf(HelpCard? card, LoadedContent content) =>
        card?.Reads.Concat(card.Languages).FirstOrDefault(tag => content.Localizer.Registry.Find(tag) is not null) ?? "en";

    public HelpCard? Card(string id) => parts.Help.Find(id);

    /// <summary>A card's own words: for all languages, for this one, in English, else in whichever it has; a key of the catalogs stands for its text.</summary>
    public string Words(IReadOnlyDictionary<string, string> words, string language)
    {
        if (words.Count == 0)
            return "";
        var found = words.GetValueOrDefault("") ?? words.GetValueOrDefault(language) ?? words.GetValueOrDefault(language.Split('-')[0]) ?? words.GetValueOrDefault("en") ?? words.Values.First();
        var catalog = parts.Content.Localizer.Catalog;
        return catalog.Has(found) ? catalog.Render(language, found) : found;
    }

    private ReceiptRecipient? Bell(string language) => parts.Help.Bell is { } card ? new(card.Kind, card.Id, Words(card.Name, language)) : null;

    private DeskCard? Desk => desk.Read() ?? _pretended;

    private string DeskName(string language) => parts.DeskName ?? parts.Content.Localizer.Catalog.Render(language, "common/desk-name");

    private static DeskCard Pretended()
    {
        using var key = OpeningKey.Create();
        return new(key.Public, null, new Dictionary<string, string>());
    }
}
