using System.Globalization;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Matching;
using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Localization.Checks;

/// <summary>C07, S07, X01 and X04: what only shows over a whole step, dialog or language.</summary>
internal static class StepChecks
{
    private static readonly string[] WaysOut = ["skip", "erase", "human", "stop"];

    public static IEnumerable<Finding> Run(CheckedContent content)
    {
        foreach (var wish in WaysOut.Where(w => content.Sources.Count > 0 && !content.Sources.Values.Any(s => s.Wish == w)))
            yield return new Finding("X04", Severity.Error, "dialogs/common.yaml", 1, $"No text is the title of the wish {wish}, and every message needs this way out: add `wish.{wish}` here.");
        foreach (var language in content.Registry.All)
        {
            foreach (var finding in Duplicates(content, language))
                yield return finding;
            if (language.Status == LanguageStatus.Draft)
                continue;
            foreach (var finding in Coverage(content, language).Concat(Missing(content, language)))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Duplicates(CheckedContent content, Language language)
    {
        var table = content.Catalog.Languages[language.Tag];
        foreach (var step in content.Sources.Values.Where(s => s.Kind == TextKind.Button).GroupBy(s => PoRules.Unit(s.Key)))
        {
            var titles = new Dictionary<string, SourceText>(StringComparer.Ordinal);
            foreach (var source in step.Where(s => table.TryGetValue(s.Key, out var t) && t.Language.Tag == language.Tag))
            {
                if (!titles.TryAdd(Folding.Fold(table[source.Key].Form(1).Render(_ => "")), source))
                    yield return content.Found("C07", "Two buttons of one question have the same title, but for capitals and accents: make them different.", source, language);
            }
        }
    }

    private static IEnumerable<Finding> Coverage(CheckedContent content, Language language)
    {
        foreach (var (domain, coverage) in content.Catalog.Coverage[language.Tag].Domains.Where(d => !d.Value.IsOffered))
        {
            var done = coverage.Steps == 0 ? 0 : coverage.Done * 100 / coverage.Steps;
            yield return new Finding(
                "S07", Severity.Error, ContentFiles.Of(language.Tag, $"{domain}.po"), 1,
                $"{done.ToString(CultureInfo.InvariantCulture)} % of the steps are translated and {coverage.CriticalMissing.ToString(CultureInfo.InvariantCulture)} critical texts are missing or not signed off; 95 % and every critical text are needed: translate on, run `localize approve`, or set the language to draft.",
                Language: language.Tag);
        }
    }

    private static IEnumerable<Finding> Missing(CheckedContent content, Language language)
    {
        foreach (var source in content.Sources.Values.Where(s => !content.Has(language, s)))
        {
            if (source.Crisis)
                yield return content.Found("X01", "A person in danger would read this in another language: translate it before anything else.", source, language);
            if (source.Wish is { } wish && (WaysOut.Contains(wish) || wish == "exit"))
                yield return content.Found("X04", "A way out has no title in this language: translate it.", source, language);
        }
    }
}
