using Microsoft.Extensions.Configuration;
using RemedyBot.Composition;

namespace RemedyBot.Tests.Composition;

public sealed class UnknownSettingsTests
{
    [Theory]
    [InlineData("retention:slient")]
    [InlineData("desk:passphraseFiles")]
    [InlineData("allowedHosts:0")]
    [InlineData("recipient:hl.xx:url")]
    public void A_name_that_nothing_reads_is_told_without_its_value(string key)
    {
        var told = Assert.Single(Told((key, "a secret")));

        Assert.Contains(key, told, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_that_is_read_passes()
    {
        Assert.Empty(Told([.. Settings.Keys.Select(key => (key, "x"))]));
        Assert.Empty(Told(("RETENTION:SILENT", "1"), ("recipients:hl.xx:url", "x"), ("channels:telegram:token", "x"), ("directLine:sites:a:secret", "x"), ("notices:host", "x"), ("translator:kind", "x")));
    }

    private static IEnumerable<string> Told(params IEnumerable<(string Key, string Value)> settings) =>
        UnknownSettings.In(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
