using System.Text.RegularExpressions;
using RemedyBot.Localization.Checks;

namespace RemedyBot.Localization.Negotiation;

/// <summary>The languages that exist and those that are offered.</summary>
public sealed partial class LanguageRegistry
{
    private readonly Dictionary<string, Language> _byTag;

    internal LanguageRegistry(IReadOnlyList<Language> all)
    {
        All = all;
        _byTag = all.ToDictionary(l => l.Tag, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>In the order of the file; never empty.</summary>
    public IReadOnlyList<Language> All { get; }

    public Language? Find(string tag) => _byTag.GetValueOrDefault(tag);

    /// <summary>The languages a person may choose: beta and released, drafts only when asked for.</summary>
    public IReadOnlyList<Language> Offered(bool drafts = false) =>
        [.. All.Where(l => drafts || l.Status != LanguageStatus.Draft)];

    /// <summary>Reads <c>localization/languages.yaml</c>. Without a readable one, English alone exists.</summary>
    internal static LanguageRegistry Load(ContentFile? file, List<Finding> findings)
    {
        var map = YamlMap.Parse(file?.Content ?? "", out var problem);
        if (problem is var (message, line))
            findings.Add(new Finding("F03", Severity.Error, file!.Path, line, message));
        var languages = new List<Language>();
        foreach (var tag in map.Keys.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var language = Read(tag, map.Map(tag));
            languages.Add(language);
            findings.AddRange(Problems(language, map, file!.Path));
        }

        return new LanguageRegistry(languages.Count > 0 ? languages : [English]);
    }

    /// <summary>Language, then perhaps script, region and variants, in this order (RFC 5646, without extensions).</summary>
    internal static bool IsTag(string tag) => Tag().IsMatch(tag);

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    private static Language English => new()
    {
        Tag = "en",
        Name = "English",
        Plural = "nplurals=2; plural=n != 1;",
        Status = LanguageStatus.Released,
    };

    private static Language Read(string tag, YamlMap map) => new()
    {
        Tag = tag,
        Name = map.Text("name") ?? tag,
        RightToLeft = map.Text("dir") is "rtl",
        Fallback = map.List("fallback"),
        Plural = map.Text("plural") ?? "nplurals=1; plural=0;",
        Culture = map.Text("culture") ?? tag,
        Digits = DigitsOf(map.Text("digits")) ?? "0123456789",
        Status = Enum.TryParse<LanguageStatus>(map.Text("status"), ignoreCase: true, out var status) ? status : LanguageStatus.Draft,
        Address = map.Text("address") ?? "",
    };

    private static IEnumerable<Finding> Problems(Language language, YamlMap map, string path)
    {
        var line = map.Line(language.Tag);
        var entry = map.Map(language.Tag);
        if (!IsTag(language.Tag))
            yield return new Finding("F03", Severity.Error, path, line, $"{language.Tag} is not a BCP 47 tag: write it like es, es-MX or sr-Latn.", Language: language.Tag);
        if (Plurals.PluralRule.Parse(entry.Text("plural")) is null)
            yield return new Finding("F04", Severity.Error, path, line, $"The plural line of {language.Tag} is missing or cannot be read: copy it from plurals.json.", Language: language.Tag);
        if (entry.Text("status") is not ("draft" or "beta" or "released"))
            yield return new Finding("F03", Severity.Error, path, line, $"The status of {language.Tag} must be draft, beta or released.", Language: language.Tag);
        foreach (var next in language.Fallback.Where(f => !map.Keys.Contains(f, StringComparer.OrdinalIgnoreCase)))
            yield return new Finding("F03", Severity.Error, path, line, $"{language.Tag} falls back to {next}, which is not in this file: add it or take it out.", Language: language.Tag);
    }

    private static string? DigitsOf(string? system) => system switch
    {
        "arab" => Run(0x660),
        "arabext" => Run(0x6F0),
        "deva" => Run(0x966),
        "beng" => Run(0x9E6),
        "mymr" => Run(0x1040),
        "khmr" => Run(0x17E0),
        _ => null,
    };

    private static string Run(int zero) => string.Create(10, zero, (span, z) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = (char)(z + i);
    });
}
