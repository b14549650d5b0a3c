using Microsoft.Extensions.Configuration;
using RemedyBot.Composition;

namespace RemedyBot.Tests.Composition;

public sealed class UnknownSettingsTests
{
    [Theory]
    [InlineData("retention:slient")]
    [InlineData("desk:passphraseFiles")]
    [InlineData("recipient:hl.xx:url")]
    public void A_name_that_nothing_reads_is_told_without_its_value(string key)
    {
        var told = Assert.Single(Told((key, "a secret")));

        Assert.Contains(key, told, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("retention", "retention is a group of settings, such as retention:kept; it takes no value of its own.")]
    [InlineData("DirectLine", "DirectLine is a group of settings, such as directLine:tokenLifetime; it takes no value of its own.")]
    [InlineData("channels", "channels is a group of settings, one for each name; it takes no value of its own.")]
    [InlineData("limits:0", "limits takes settings by name, such as limits:enabled, and no list.")]
    [InlineData("allowedHosts:0", "allowedHosts takes one value, no list and no group.")]
    public void At_the_wrong_depth_it_is_refused(string key, string problem)
    {
        Assert.Equal(problem, Assert.Single(UnknownSettings.Problems(Built([(key, "a secret")]))));
        Assert.Empty(Told((key, "a secret")));
    }

    [Fact]
    public void Every_setting_that_is_read_passes()
    {
        Assert.Empty(Told([.. Settings.Keys.Except(["channels", "directLine:sites"]).Select(key => (key, "x"))]));
        Assert.Empty(Told(("RETENTION:SILENT", "1"), ("recipients:hl.xx:url", "x"), ("channels:telegram:token", "x"), ("directLine:sites:a:secret", "x"), ("notices:host", "x"), ("translator:kind", "x")));
    }

    private static IEnumerable<string> Told(params IEnumerable<(string Key, string Value)> settings) =>
        UnknownSettings.In(Built(settings));

    private static IConfiguration Built(IEnumerable<(string Key, string Value)> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
