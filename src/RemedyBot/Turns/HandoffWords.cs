using RemedyBot.Composition;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Cases.Parts;
using RemedyBot.Remedy.Redaction;

namespace RemedyBot.Turns;

/// <summary>The words that leave with a case: marks in place of what is hidden, and the case as people read it.</summary>
public sealed class HandoffWords(LoadedContent content, Translations translations)
{
    public Translations Translations => translations;

    /// <summary>What stands in place of a word that stays hidden.</summary>
    public IReadOnlyDictionary<FindKind, string> Marks(string language) => Marks(content, language);

    public static IReadOnlyDictionary<FindKind, string> Marks(LoadedContent content, string language) => Enum.GetValues<FindKind>()
        .ToDictionary(kind => kind, kind => content.Localizer.Catalog.Render(language, "common/mask." + kind.ToString().ToLowerInvariant()).Trim('[', ']'));

    /// <summary>A projection for ticket systems: in the recipient's language, then in the person's where that is another.</summary>
    public string Readable(string projection, string theirs, string persons)
    {
        var summary = SummaryJson.Read(System.Text.Encoding.UTF8.GetBytes(projection));
        var first = Lines(summary, theirs);
        return theirs == persons ? first : $"{first}\n\n{content.Localizer.Catalog.Render(theirs, "desk/parcel-original")}\n\n{Lines(summary, persons)}";
    }

    private string Lines(CaseSummary summary, string language) => string.Join('\n', SummaryLines
        .Pairs(summary, content, language, key => DeskWording.KeyOf(key, content.Localizer.Catalog)).Select(pair => $"{pair.Label}: {pair.Value}")
        .Concat((summary.Consent ?? []).Where(consent => consent.Groups is { Count: > 0 }).SelectMany(consent => Consented(consent, language))));

    /// <summary>What the person said yes to, and until when: staff who see only a ticket or a letter have no receipt that they could read.</summary>
    private IEnumerable<string> Consented(ConsentRecord consent, string language)
    {
        string Text(string key, string? day = null) =>
            content.Localizer.Catalog.Render(language, key, new Dictionary<string, Arg>(StringComparer.Ordinal) { ["day"] = new Arg.When(day ?? "") });
        return
        [
            "",
            Text("desk/case-consent"),
            Text("desk/consent-for", consent.Expires),
            .. (consent.Groups ?? []).Select(group => "- " + Text(DeskWording.KeyOf("common/" + group, content.Localizer.Catalog))),
            Text("desk/consent-by." + consent.By),
            $"{Text("desk/consent-given")}: {content.Localizer.Write(language, new Arg.When(consent.Given ?? ""))}",
            Text("desk/consent-onward"),
            Text("desk/parcel-delete", consent.Expires),
        ];
    }
}
