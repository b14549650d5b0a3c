using RemedyBot.Localization.Negotiation;
using RemedyBot.Localization.Plurals;

namespace RemedyBot.Localization.Checks;

/// <summary>F04, F05 and F12 in `languages.yaml`: plural rules, and languages that fall back to each other. What keeps it from being read at all is found when it is loaded.</summary>
internal static class RegistryChecks
{
    public static IEnumerable<Finding> Run(CheckedContent content) => content.Registry.All.SelectMany(l => Plurals(content, l).Concat(Circle(content, l)));

    private static IEnumerable<Finding> Plurals(CheckedContent content, Language language)
    {
        if (PluralRule.Parse(language.Plural) is not { } rule)
            yield break;
        if (!rule.IsTotal() || !rule.UsesAll())
            yield return Found(content, language, "F04", Severity.Error, $"The plural line of {language.Tag} points beyond its forms for some number, or has a form that no number takes: copy it from plurals.json.");
        else if (!content.Plurals.Accepts(language.Tag, rule))
            yield return Found(content, language, "F05", Severity.Warning, $"The plural line of {language.Tag} groups numbers otherwise than Unicode's rules for this language do: compare with plurals.json.");
    }

    private static IEnumerable<Finding> Circle(CheckedContent content, Language language)
    {
        if (Way(content.Registry, language.Tag) is { } path)
            yield return Found(content, language, "F12", Severity.Warning, $"{string.Join(" falls back to ", path)}: in a circle nothing is found that the first did not find. Take {path[1]} out here, unless its readers understand it better than the languages after it.");
    }

    /// <summary>The shortest way back to where it began; null where there is none.</summary>
    private static IReadOnlyList<string>? Way(LanguageRegistry registry, string goal)
    {
        var ways = new Queue<IReadOnlyList<string>>([[goal]]);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in registry.Find(way[^1])?.Fallback ?? [])
            {
                if (string.Equals(next, goal, StringComparison.OrdinalIgnoreCase))
                    return [.. way, next];
                if (seen.Add(next))
                    ways.Enqueue([.. way, next]);
            }
        }

        return null;
    }

    private static Finding Found(CheckedContent content, Language language, string id, Severity severity, string message) =>
        new(id, severity, ContentFiles.Registry, content.RegistryLine(language), message, Language: language.Tag);
}
