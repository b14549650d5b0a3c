using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using RemedyBot.Composition;

namespace RemedyBot.Tests.Architecture;

/// <summary>The README's table of settings and the settings say the same: names, defaults, ranges.</summary>
public sealed partial class SettingsPageTests
{
    private static readonly Dictionary<string, (string Default, string Range)> Table =
        Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")))
            .ToDictionary(m => m.Groups[1].Value, m => (m.Groups[2].Value.Replace("`", "", StringComparison.Ordinal), m.Groups[3].Value.Replace("`", "", StringComparison.Ordinal)));

    [Fact]
    public void The_table_holds_exactly_the_settings() =>
        Assert.Equal(Settings.Keys.Order(StringComparer.Ordinal), Table.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Keys_and_properties_are_the_same_things() =>
        Assert.Equal(
            Settings.Keys.Select(Property).Order(StringComparer.Ordinal),
            typeof(Settings).GetProperties().Select(p => p.Name).Where(n => n != nameof(Settings.Keys)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_table_gives_every_default() =>
        Assert.All(Settings.Keys, key => Assert.Equal($"{key} {Written(typeof(Settings).GetProperty(Property(key))!.GetValue(new Settings()))}", $"{key} {Table[key].Default}"));

    [Fact]
    public void The_table_gives_every_range()
    {
        var ranges = Problems(Settings.Keys.ToDictionary(k => k, _ => (string?)"-1"))
            .Select(p => Limits().Match(p)).Where(m => m.Success).ToDictionary(m => m.Groups[1].Value, m => $"{m.Groups[2].Value} to {m.Groups[3].Value}");
        Assert.True(ranges.Count > 7);
        Assert.All(ranges, r => Assert.Equal($"{r.Key}: {r.Value}", $"{r.Key}: {Table[r.Key].Range}"));
    }

    [Fact]
    public void Every_setting_does_something()
    {
        var code = string.Concat(SourceFile.Under("src/RemedyBot", ".cs").Where(f => !f.Path.EndsWith("/Settings.cs", StringComparison.Ordinal)).Select(f => f.Text));
        Assert.All(Settings.Keys, key => Assert.Matches($@"ettings\.{Property(key)}\b", code));
    }

    [Fact]
    public void A_setting_out_of_its_range_is_told_with_its_name_and_not_with_its_value()
    {
        var problem = Assert.Single(Problems(new() { ["page:exit"] = "secret-place" }));
        Assert.Contains("page:exit", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-place", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("allowedHosts", "http://x")]
    [InlineData("allowedHosts", ";;")]
    [InlineData("trustedProxies", "1.2.3")]
    [InlineData("desk:reads", "en, zz zz")]
    [InlineData("metrics:urls", "nope")]
    [InlineData("metrics:urls", "http://127.0.0.1:99999")]
    [InlineData("recipients:trustedKeys", "global.json")]
    public void A_value_that_cannot_be_meant_is_told(string key, string value) =>
        Assert.StartsWith(key + " ", Assert.Single(Problems(new() { [key] = key.EndsWith("Keys", StringComparison.Ordinal) ? Path.Combine(Repository.Root, value) : value })), StringComparison.Ordinal);

    [Theory]
    [InlineData("allowedHosts", "help.example.org; *.example.org; 127.0.0.1; [::1]")]
    [InlineData("trustedProxies", "127.0.0.1, ::1")]
    [InlineData("desk:reads", "en, pt-BR")]
    [InlineData("metrics:urls", "")]
    public void A_value_as_the_table_asks_for_is_taken(string key, string value) => Assert.Empty(Problems(new() { [key] = value }));

    [Fact]
    public void The_defaults_are_within_their_ranges() =>
        Assert.Empty(Problems(Settings.Keys.ToDictionary(k => k, k => Table[k].Default == "none" ? null : Table[k].Default)));

    private static List<string> Problems(Dictionary<string, string?> settings)
    {
        var problems = new List<string>();
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), problems);
        return problems;
    }

    private static string Property(string key) => string.Concat(key.Split(':').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static string Written(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "true" : "false",
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"^\| `([a-zA-Z:]+)` \| ([^|]+?) \| ([^|]+?) \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(\S+) takes .* from (\S+) to (\S+)\.$")]
    private static partial Regex Limits();
}
