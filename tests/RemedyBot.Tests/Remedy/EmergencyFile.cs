using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using PhoneNumbers;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace RemedyBot.Tests.Remedy;

/// <summary>Makes `emergency.yaml` from the facts that were found and the numbers that libphonenumber knows. REMEDYBOT_UPDATE=1 rewrites it.</summary>
internal static class EmergencyFile
{
    public const string Shown = "dialogs/routes/emergency.yaml";
    public const string Library = "libphonenumber-csharp 9.0.43";

    public static EmergencyFacts Facts { get; } = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
        .Deserialize<EmergencyFacts>(Content.Text("dialogs/routes/emergency-facts.yaml"));

    /// <summary>The directory that a country without numbers is sent to.</summary>
    private const string Directory = "name: Find A Helpline\n    links: [\"https://findahelpline.com\"]";

    /// <summary>Every string of 2 to 5 digits that the library calls an emergency number there.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Enumerated { get; } = Enumerate();

    public static bool Works112(string country) =>
        !Facts.Disputed.Contains(country)
        && (Facts.Works_112.Contains(country) || Enumerated[country].Contains("112") || Numbers(country).Any(n => n.Number == "112"));

    /// <summary>The rule: (a) what the facts and the library share; (b) where only the library knows, at most three three-digit numbers; (c) nothing.</summary>
    public static IReadOnlyList<(string Number, string Label)> Numbers(string country)
    {
        var library = Enumerated[country];
        if (Facts.Disputed.Contains(country))
            return [];
        if (Facts.Numbers.TryGetValue(country, out var found))
            return [.. found.Where(f => f.Key != "sources").SelectMany(f => f.Value.Select(n => (n, f.Key))).Where(f => library.Contains(f.n))];
        var short3 = library.Where(n => n.Length == 3).ToList();
        return short3.Count <= 3 ? [.. short3.Select(n => (n, "emergency"))] : [];
    }

    public static string Text()
    {
        var text = new StringBuilder()
            .AppendLine("# Made from emergency-facts.yaml and the numbers that libphonenumber knows; do not edit by hand. How: tests/RemedyBot.Tests/Remedy.")
            .AppendLine("# A country without numbers shows how to find them and the directory. Nobody has dialled any of these: verified stays null.")
            .AppendLine("format: 1").AppendLine("version: \"2026.1\"").AppendLine(CultureInfo.InvariantCulture, $"date: {Facts.Date}")
            .AppendLine(CultureInfo.InvariantCulture, $"source: {Facts.Source}; {Library}").AppendLine("kind: emergency").AppendLine("routes:");
        foreach (var country in Facts.Countries.Order(StringComparer.Ordinal))
        {
            var numbers = Numbers(country);
            text.AppendLine(CultureInfo.InvariantCulture, $"  - id: em.{country.ToLowerInvariant()}");
            text.AppendLine(CultureInfo.InvariantCulture, $"    country: {(country == "NO" ? "\"NO\"" : country)}");
            if (numbers.Count > 0)
                text.AppendLine(CultureInfo.InvariantCulture, $"    numbers: [{string.Join(", ", numbers.Select(n => $"{{number: \"{n.Number}\", label: {n.Label}}}"))}]");
            else
                text.AppendLine(CultureInfo.InvariantCulture, $"    {Directory}");
            if (Warnings(country) is { Length: > 0 } warnings)
                text.AppendLine(CultureInfo.InvariantCulture, $"    warnings: [{warnings}]");
            if (Works112(country))
                text.AppendLine("    works_112: true");
            text.AppendLine(CultureInfo.InvariantCulture, $"    source: {SourceOf(country)}").AppendLine("    verified: null");
        }
        return text.Replace("\r", "").ToString();
    }

    private static string Warnings(string country) =>
        string.Join(", ", new[] { Numbers(country).Count == 0 ? "how_to_find" : null, Facts.HelplineFirst.Contains(country) ? "helpline_first" : null }.OfType<string>());

    private static string SourceOf(string country) =>
        Facts.Disputed.Contains(country) ? Facts.Source + ", sources disagree"
        : Facts.Numbers.TryGetValue(country, out var found)
            ? $"{Facts.Source} {string.Concat(found["sources"].Select(s => $"[{s}]"))} and {Library}"
            : Library;

    private static ConcurrentDictionary<string, IReadOnlyList<string>> Enumerate()
    {
        var library = ShortNumberInfo.GetInstance();
        var all = Enumerable.Range(2, 4).SelectMany(n => Enumerable.Range(0, (int)Math.Pow(10, n)).Select(i => i.ToString($"D{n}", CultureInfo.InvariantCulture))).ToArray();
        var found = new ConcurrentDictionary<string, IReadOnlyList<string>>();
        Parallel.ForEach(Facts.Countries, country => found[country] = [.. all.Where(s => library.IsEmergencyNumber(s, country))]);
        return found;
    }
}

internal sealed class EmergencyFacts
{
    public int Format { get; set; }
    public string Date { get; set; } = "";
    public string Source { get; set; } = "";
    public List<string> Disputed { get; set; } = [];
    public List<string> HelplineFirst { get; set; } = [];

    [YamlMember(Alias = "works_112", ApplyNamingConventions = false)]
    public List<string> Works_112 { get; set; } = [];
    public List<string> Countries { get; set; } = [];
    public Dictionary<string, Dictionary<string, List<string>>> Numbers { get; set; } = [];
}
