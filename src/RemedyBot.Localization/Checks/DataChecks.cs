using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RemedyBot.Localization.Negotiation;
using RemedyBot.Localization.Reviews;

namespace RemedyBot.Localization.Checks;

/// <summary>F01 and F13 for what stands beside the translations: words, dates, names of countries and languages, plural rules, sign-offs. What cannot be read there is left out when the program runs, without a word.</summary>
internal static partial class DataChecks
{
    private const int Months = 12;

    public static IEnumerable<Finding> Run(CheckedContent content) =>
    [
        .. content.Registry.All.SelectMany(l => Words(content, l, "words.yaml").Concat(Words(content, l, "places.yaml")).Concat(Dates(content, l)).Concat(Names(content, l, "countries.tsv", Country())).Concat(Names(content, l, "nationalities.tsv", Country())).Concat(Names(content, l, "languages.tsv", Tag()))),
        .. Unnamed(content),
        .. content.Files.At(ContentFiles.OwnNames) is { } own ? Rows(own, row => row.Length >= 2 && Tag().IsMatch(row[0]), "a tag, a tab, a name", null) : [],
        .. content.Files.Where(f => f.Path is ContentFiles.OwnCountries or ContentFiles.Cities).SelectMany(f => Rows(f, row => row.Length >= 2 && Country().IsMatch(row[0]) && row[1].Trim().Length > 0, "a code, a tab, a name, and perhaps a tab and other names parted by semicolons", null)),
        .. content.Files.Where(f => f.Path.StartsWith(ContentFiles.Reviews, StringComparison.Ordinal)).SelectMany(f => Rows(f, row => SignOff.Read(row) is not null, $"key, hash, alias, day and role ({string.Join(", ", SignOff.Roles)}), with tabs between them, as `localize approve` writes it", null)),
        .. PluralRules(content.Files.At(ContentFiles.PluralRules)),
    ];

    private static IEnumerable<Finding> Words(CheckedContent content, Language language, string name)
    {
        if (File(content, language, name) is { } file)
        {
            YamlMap.Parse(file.Content, out var problem);
            if (problem is var (message, line))
                yield return Found(file.Path, line, message, language.Tag);
        }
    }

    private static IEnumerable<Finding> Dates(CheckedContent content, Language language)
    {
        if (File(content, language, "dates.yaml") is not { } file)
            yield break;
        var map = YamlMap.Parse(file.Content, out var problem);
        if (problem is var (message, line))
            yield return Found(file.Path, line, message, language.Tag);
        else if (map.Keys.Any() && map.Lists("months") is var months && (months.Count != Months || months.Any(m => m.Count == 0)))
            yield return Found(file.Path, Math.Max(1, map.Line("months")), $"`months` holds {Months.ToString(CultureInfo.InvariantCulture)} lists of names, one for each month, and each has at least one: compare with another language.", language.Tag);
    }

    private static IEnumerable<Finding> Names(CheckedContent content, Language language, string name, Regex code) => File(content, language, name) is { } file
        ? Rows(file, row => row.Length >= 2 && code.IsMatch(row[0]) && row[1].Trim().Length > 0, "a code, a tab, a name, and perhaps a tab and other names parted by semicolons", language.Tag)
        : [];

    /// <summary>A country that the others name: people would read its English name, and it would not be found in this language.</summary>
    private static IEnumerable<Finding> Unnamed(CheckedContent content)
    {
        var named = content.Registry.All.Select(l => (Language: l, File: File(content, l, "countries.tsv"))).Where(l => l.File is not null)
            .Select(l => (l.Language, File: l.File!, Codes: ContentFiles.Rows(l.File!.Content).Where(r => r.Length >= 2).Select(r => r[0]).ToHashSet(StringComparer.Ordinal))).ToList();
        foreach (var (language, file, codes) in named)
        {
            foreach (var missing in named.SelectMany(n => n.Codes).Where(c => Country().IsMatch(c) && !codes.Contains(c)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                yield return new("F13", Severity.Warning, file.Path, 1, $"The country {missing} has no name here and one in other languages: add a row for it, or correct a code that is written wrongly.", Language: language.Tag);
        }
    }

    private static IEnumerable<Finding> PluralRules(ContentFile? file)
    {
        if (file is null)
            yield break;
        Finding? broken = null;
        try
        {
            using var document = JsonDocument.Parse(file.Content);
        }
        catch (JsonException e)
        {
            broken = Found(file.Path, 1 + (int)(e.LineNumber ?? 0), "This is no JSON from here on, so plural rules cannot be compared: copy the shipped file.", null);
        }

        if (broken is not null)
            yield return broken;
    }

    private static IEnumerable<Finding> Rows(ContentFile file, Func<string[], bool> isWell, string shape, string? language)
    {
        var lines = file.Content.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var row in ContentFiles.Rows(lines[i]).Where(row => !isWell(row)))
                yield return Found(file.Path, i + 1, $"This line cannot be used and is left out: write {shape}.", language);
        }
    }

    private static ContentFile? File(CheckedContent content, Language language, string name) => content.Files.At(ContentFiles.Of(language.Tag, name));

    private static Finding Found(string path, int line, string message, string? language) => new("F01", Severity.Error, path, line, message, Language: language);

    [GeneratedRegex(@"\A[A-Z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Country();

    [GeneratedRegex(@"\A[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
