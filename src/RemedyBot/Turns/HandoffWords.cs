using RemedyBot.Composition;
using RemedyBot.Remedy.Cases;
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
        .Pairs(summary, content, language, key => DeskWording.KeyOf(key, content.Localizer.Catalog)).Select(pair => $"{pair.Label}: {pair.Value}"));
}
