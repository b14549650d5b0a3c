using System.Globalization;
using System.Text.RegularExpressions;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Negotiation;

namespace RemedyBot.Localization.Checks;

/// <summary>F01 to F11: the files themselves.</summary>
internal static partial class FileChecks
{
    public static IEnumerable<Finding> Run(CheckedContent content)
    {
        foreach (var file in content.PoFiles)
        {
            var tag = CheckedContent.Tag(file);
            foreach (var finding in file.Findings)
                yield return finding with { Language = tag };
            if (!file.IsReadable)
                continue;
            foreach (var finding in Header(file, tag, content).Concat(Entries(file, content)).Concat(People(file)))
                yield return finding with { Language = tag };
        }
    }

    private static IEnumerable<Finding> Header(PoFile file, string tag, CheckedContent content)
    {
        var line = file.Header!.Line;
        if (!LanguageRegistry.IsTag(tag) || content.Registry.Find(tag) is null)
            yield return new Finding("F03", Severity.Error, file.Path, line, $"The folder {tag} is no language of languages.yaml: add it there, or rename the folder to its BCP 47 tag.");
        if (!string.Equals(ContentFiles.Tag(file.Field("Language") ?? ""), tag, StringComparison.OrdinalIgnoreCase))
            yield return new Finding("F03", Severity.Error, file.Path, line, $"The header says another language than the folder: write \"Language: {tag}\\n\".");
        if (file.Plural is not { } plural)
            yield return new Finding("F04", Severity.Error, file.Path, line, "Plural-Forms is missing or cannot be read: copy the line of this language from languages.yaml.");
        else if (!plural.IsTotal())
            yield return new Finding("F04", Severity.Error, file.Path, line, "Plural-Forms points to a form beyond nplurals for some number: copy the line of this language from languages.yaml.");
        else if (!plural.UsesAll())
            yield return new Finding("F04", Severity.Error, file.Path, line, $"Plural-Forms announces {plural.Count.ToString(CultureInfo.InvariantCulture)} forms, and no number takes one of them: copy the line of this language from languages.yaml.");
        else if (!content.Plurals.Accepts(tag, plural))
            yield return new Finding("F05", Severity.Warning, file.Path, line, "Plural-Forms groups numbers otherwise than Unicode's rules for this language do: compare with plurals.json.");
    }

    private static IEnumerable<Finding> Entries(PoFile file, CheckedContent content)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in file.Entries)
        {
            var key = entry.Context ?? "";
            if (!seen.Add(key))
                yield return new Finding("F06", Severity.Error, file.Path, entry.Line, "This msgctxt stands in the file twice: keep one of the entries.", key);
            if (!content.Sources.TryGetValue(key, out var source))
                yield return new Finding("F07", Severity.Warning, file.Path, entry.Line, "No dialog has this key any more: run `localize sync` to take the entry out.", key);
            else if (!entry.IsFuzzy && entry.Strings.Any(s => s.Length > 0) && !PoRules.IsCurrent(entry, source))
                yield return new Finding("F08", Severity.Error, file.Path, entry.Line, "The source text has changed since this was translated: run `localize sync`, then look at the entry again.", key);
            foreach (var flag in entry.Flags.Where(f => !KnownFlag().IsMatch(f)))
                yield return new Finding("F11", Severity.Warning, file.Path, entry.Line, $"Translation tools drop the flag {flag}: say it in the dialog instead.", key);
        }
    }

    private static IEnumerable<Finding> People(PoFile file)
    {
        const string Message = "A name or address of a person stands here, and this file is public: take it out (`localize sync` does).";
        if (file.Field("Last-Translator") is { Length: > 0 } || file.Field("Language-Team") is { Length: > 0 })
            yield return new Finding("F10", Severity.Warning, file.Path, file.Header!.Line, Message);
        foreach (var entry in file.Entries.Prepend(file.Header!).Where(e => e.Comments.Any(c => Address().IsMatch(c))))
            yield return new Finding("F10", Severity.Warning, file.Path, entry.Line, Message, entry.Context);
    }

    [GeneratedRegex("^(fuzzy|no-wrap|wrap|range: .*|(no-|possible-|impossible-)?[a-z+-]+-format)$", RegexOptions.CultureInvariant)]
    private static partial Regex KnownFlag();

    [GeneratedRegex(@"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+|<[^>]*@[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
