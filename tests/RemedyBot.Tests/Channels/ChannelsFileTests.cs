using System.Text.Json.Nodes;
using RemedyBot.Composition;
using RemedyBot.Tests.Oracles;

namespace RemedyBot.Tests.Channels;

/// <summary>Limits as data: read, checked, overlaid, and told to editors as they are.</summary>
public sealed class ChannelsFileTests : IDisposable
{
    private const string Path = "dialogs/channels.yaml";
    private const string Schema = "dialogs/channels.schema.json";

    private static readonly string Shipped = File.ReadAllText(System.IO.Path.Combine(Repository.Root, Path));

    private readonly string _overlay = Directory.CreateTempSubdirectory("remedybot-channels-file-").FullName;

    public void Dispose() => Directory.Delete(_overlay, recursive: true);

    [Fact]
    public void A_file_of_ones_own_is_laid_over_the_shipped_one()
    {
        var content = Over("format: 1\nways_out: {always: [stop]}\napps:\n  telegram: {text: 100, buttons: 3, title: 9, from: {text: ours, buttons: ours, title: ours}}\n");
        var limits = content.Channels.Of("app:telegram");
        Assert.Equal(["stop"], limits.WaysOut.Always);
        Assert.Equal((100, 3, 9, false), (limits.Text, limits.Actions, limits.ActionTitle, limits.Wishes));
    }

    [Theory]
    [InlineData("format: 1\napps: {x: {text: 5}}", "text does not say where it comes from")]
    [InlineData("format: 1\napps: {x: {text: 5, from: {text: hearsay}}}", "text does not say where it comes from")]
    [InlineData("format: 1\napps: {x: {text: -5, from: {text: ours}}}", "less than nothing")]
    [InlineData("format: 1\napps: {x: {unit: miles}}", "unit takes")]
    [InlineData("format: 1\napps: {x: {colour: 5}}", "colour")]
    [InlineData("format: 1\nsources: {a: {url: somewhere}}", "needs a url and the day")]
    [InlineData("format: 1\nsources: {a: {url: 'https://example.org', verified: soon}}", "needs a url and the day")]
    [InlineData("format: 1", "ways_out: always names no wish")]
    [InlineData("format: 1\nways_out: {always: [leave]}", "'leave' is no wish")]
    [InlineData("", "missing or empty")]
    public void What_is_wrong_with_it_is_a_finding_of_the_check(string text, string told)
    {
        Write(text);
        var findings = ContentCheck.Run(new ContentFolder(_overlay), []);
        Assert.Contains(told, Assert.Single(findings, f => f.File == Path).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_file_fits_the_schema_and_a_misspelt_key_does_not()
    {
        var verdicts = await JsonSchemaOracle.Judge(Schema, [YamlAsJson.Line(Shipped), YamlAsJson.Line(Shipped.Replace("buttons:", "buttnos:", StringComparison.Ordinal))]);
        Assert.Equal("valid", verdicts[0]);
        Assert.NotEqual("valid", verdicts[1]);
    }

    [Fact]
    public void The_schema_and_the_page_name_every_key()
    {
        var keys = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Repository.Root, Schema)))!["$defs"]!["channel"]!["properties"]!.AsObject().Select(p => p.Key).ToList();
        var page = File.ReadAllText(System.IO.Path.Combine(Repository.Root, "dialogs/README.md"));
        Assert.All(keys, key => Assert.Contains($"`{key}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_channel_that_nobody_looked_up_gets_little() => Assert.False(AServer.Content.Channels.Of("a-channel-of-next-year").Wishes);

    private LoadedContent Over(string text)
    {
        Write(text);
        return LoadedContent.Read(new ContentFolder(_overlay));
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(_overlay, "dialogs"));
        File.WriteAllText(System.IO.Path.Combine(_overlay, Path), text);
    }
}
