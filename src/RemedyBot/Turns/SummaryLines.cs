using RemedyBot.Composition;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Remedy.Cases;
using RemedyBot.Remedy.Reading;

namespace RemedyBot.Turns;

/// <summary>A summary as lines of "label: value" in a language: for the review, for paper, for the desk.</summary>
public static class SummaryLines
{
    public static IEnumerable<string> Of(CaseSummary? summary, LoadedContent content, string language) =>
        Pairs(summary, content, language).Select(p =>
            content.Localizer.Catalog.Render(language, "common/line", new Dictionary<string, Arg>(StringComparer.Ordinal) { ["label"] = p.Label, ["value"] = p.Value }));

    /// <param name="wording">The key that is used for a key, where a reader is not the person concerned.</param>
    public static IEnumerable<(string Label, string Value)> Pairs(CaseSummary? summary, LoadedContent content, string language, Func<string, string>? wording = null) =>
        summary is null ? [] : SummaryText.Lines(summary).Select(line => (
            content.Localizer.Catalog.Render(language, wording?.Invoke(line.LabelKey) ?? line.LabelKey),
            string.Join(content.Localizer.Comma(language), line.Values.Select(v => Word(v.Kind is ValueKind.Key && wording is not null ? v with { Text = wording(v.Text) } : v, content, language, own: wording is null)))));

    /// <param name="own">The person reads it, who chose a language by its own name.</param>
    private static string Word(ValuePart part, LoadedContent content, string language, bool own)
    {
        var catalog = content.Localizer.Catalog;
        return part.Kind switch
        {
            ValueKind.Key => catalog.Render(language, part.Text),
            ValueKind.Country => content.Localizer.Countries.Name(part.Text, language),
            ValueKind.Language when !own => content.Localizer.LanguageNames.Name(part.Text, language),
            ValueKind.Language => content.Localizer.Registry.Find(part.Text)?.Name ?? part.Text,
            ValueKind.Date => content.Localizer.Write(language, new Arg.When(part.Text)),
            ValueKind.Platform => content.Domain.Platforms.Find(part.Text)?.Name ?? part.Text,
            ValueKind.Route => catalog.Has("routes/" + part.Text) ? catalog.Render(language, "routes/" + part.Text) : part.Text,
            _ => part.Text,
        };
    }
}
