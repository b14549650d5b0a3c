using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Localization.Checks;

/// <summary>P01, P02, P04, P05 and P06: what must be the same in source and translation.</summary>
internal static class PlaceholderChecks
{
    private static readonly char[] Marks = ['*', '_', '`', '~'];

    public static IEnumerable<Finding> Run(CheckedEntry entry, CheckedContent content)
    {
        var known = PoRules.Names(entry.Source);
        foreach (var text in entry.Written)
        {
            var names = MessageTemplate.Parse(text).Names.ToHashSet(StringComparer.Ordinal);
            foreach (var name in known.Where(n => !names.Contains(n) && !(n == "count" && entry.Source.Plural is not null)))
                yield return entry.Finding("P01", Severity.Error, $"{{{name}}} is lost: it stands for a value, put it where the sentence needs it.");
            foreach (var name in names.Where(n => !known.Contains(n)))
                yield return entry.Finding("P02", Severity.Error, $"{{{name}}} is not in the source: names in braces are never translated, copy them as they are.");
            if (MarkupDiffers(entry.Source, text))
                yield return entry.Finding("P06", Severity.Error, "The marks * _ ` ~ or the list lines differ from the source: use the same ones, in pairs.");
        }

        foreach (var finding in Counts(entry, content))
            yield return finding;
    }

    private static IEnumerable<Finding> Counts(CheckedEntry entry, CheckedContent content)
    {
        if (entry.Source.Plural?.Contains("{count}", StringComparison.Ordinal) is not true)
            yield break;
        var coverage = content.Plural(entry)?.Coverage() ?? [];
        for (var i = 0; i < Math.Min(coverage.Count, entry.Entry.Strings.Count); i++)
        {
            if (coverage[i] > 1 && entry.Entry.Strings[i].Length > 0 && !entry.Entry.Strings[i].Contains("{count}", StringComparison.Ordinal))
                yield return entry.Finding("P04", Severity.Error, $"Form {i.ToString(System.Globalization.CultureInfo.InvariantCulture)} stands for several numbers, so it must say {{count}}.");
        }
    }

    private static bool MarkupDiffers(SourceText source, string text)
    {
        var plain = WithoutNames(text);
        var against = WithoutNames(source.Text);
        return Marks.Any(m => plain.Count(c => c == m) != against.Count(c => c == m)) || ListLines(text) != ListLines(source.Text);
    }

    private static string WithoutNames(string text) => MessageTemplate.Parse(text).Render(_ => "");

    private static int ListLines(string text) =>
        text.Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal) || l.StartsWith("• ", StringComparison.Ordinal));
}
