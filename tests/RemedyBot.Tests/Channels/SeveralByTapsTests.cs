using System.Text.Json.Nodes;
using RemedyBot.Commands;
using RemedyBot.Composition;
using RemedyBot.Tests.Channels.WhatsApp;

namespace RemedyBot.Tests.Channels;

/// <summary>Where several may be chosen and one is tapped at a time: a tap ticks, another takes it back, "Done" ends it; a value that is sent as a word stays a whole answer.</summary>
public sealed class SeveralByTapsTests : IAsyncLifetime
{
    private static readonly string[] ToConsent = ["no", "no", "adult", "abuse.threat", "enough", "confirm"];

    private AServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await AServer.Start();
        await SetUpDesk(_server);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private static async Task SetUpDesk(AServer server)
    {
        var file = Path.Combine(server.Data, "passphrase");
        await File.WriteAllTextAsync(file, "five quiet words of mine");
        Assert.Equal(0, await DeskCommand.SetUpOnceAsync(new Settings { Data = server.Data }, file, default));
        await server.Restart();
    }

    [Fact]
    public async Task In_Direct_Line_buttons_tick_and_take_back_until_done()
    {
        var (line, asked) = await At("harm/what", "no", "no", "adult");
        asked = await Tap(line, asked, "My accounts or devices");
        Assert.Contains("✓ My accounts or devices", Titles(asked));
        asked = await Tap(line, asked, "Insults, threats, stalking");
        asked = await Tap(line, asked, "✓ My accounts or devices");
        Assert.Equal(["✓ Insults, threats, stalking"], Titles(asked).Where(t => t.StartsWith('✓')));
        Assert.Equal("harm/what", Step(asked));
        asked = await Tap(line, asked, "Done");
        Assert.NotEqual("harm/what", Step(asked));
        // What a client reads of the question has no pluses.
        Assert.DoesNotContain(asked["channelData"]!["remedybot"]!["choices"]!.AsArray(), c => ((string)c!["value"]!).StartsWith('+'));
    }

    [Theory]
    [InlineData("abuse.threat")]
    [InlineData("abuse.threat, ibsa.threat")]
    public async Task A_value_or_a_list_of_values_stays_a_whole_answer(string text)
    {
        var (line, _) = await At("harm/what", "no", "no", "adult");
        await line.Say(text);
        Assert.NotEqual("harm/what", Step((await line.Poll())[^1]));
    }

    [Fact]
    public async Task In_Direct_Line_one_tap_on_a_part_of_a_consent_hands_nothing_over()
    {
        var (line, asked) = await At("recipient-consent/default", ToConsent);
        var part = Actions(asked).First(a => ((string)a["value"]!).StartsWith("+g", StringComparison.Ordinal));
        asked = await Tap(line, asked, (string)part["title"]!);
        Assert.Equal(("recipient-consent/default", 0), (Step(asked), _server.Desk));
        asked = await Tap(line, asked, "Done");
        Assert.NotEqual("recipient-consent/default", Step(asked));
        await Queue.AQueue.Until(() => _server.Desk == 1);
    }

    [Fact]
    public async Task In_WhatsApp_rows_tick_and_take_back_until_done_and_one_tap_on_a_part_of_a_consent_hands_nothing_over()
    {
        await using var graph = await FakeGraph.Start();
        await using var server = await AServer.Start(settings => graph.Behind(settings));
        await SetUpDesk(server);
        var person = new WithWhatsApp(graph, server);
        foreach (var words in (string[])["hello", "en", .. ToConsent])
            await person.Say(words);
        var part = WithWhatsApp.Taps(person.Sent[^1]).First(t => t.Id.Contains(".+g", StringComparison.Ordinal)).Id.Split('.')[1];
        var asked = await person.Tap(part);
        Assert.Equal((1, 0), (Ticks(asked[^1]), server.Desk));
        asked = await person.Tap(part);
        Assert.Equal((0, 0), (Ticks(asked[^1]), server.Desk));
        await person.Tap(part);
        var gone = WithWhatsApp.Taps(person.Sent[^1]).Any(t => t.Id.EndsWith(".done", StringComparison.Ordinal)) ? await person.Tap("done") : await person.Say("Done");
        await Queue.AQueue.Until(() => server.Desk == 1);
        Assert.DoesNotContain(gone, m => Ticks(m) > 0);
        Assert.Empty(graph.Wrong);
    }

    private async Task<(Line Line, JsonNode Asked)> At(string step, params string[] words)
    {
        var line = await Line.Begun(_server);
        foreach (var text in words)
            await line.Say(text);
        var asked = (await line.Poll())[^1];
        Assert.Equal(step, Step(asked));
        return (line, asked);
    }

    /// <summary>As Web Chat sends a tap.</summary>
    private static async Task<JsonNode> Tap(Line line, JsonNode asked, string title)
    {
        var action = Actions(asked).First(a => (string?)a["title"] == title);
        Assert.Equal("messageBack", (string?)action["type"]);
        await line.Post(new JsonObject
        {
            ["type"] = "message",
            ["text"] = (string?)action["text"],
            ["value"] = action["value"]?.DeepClone(),
            ["channelData"] = new JsonObject { ["clientActivityID"] = Guid.NewGuid().ToString("N"), ["messageBack"] = new JsonObject { ["displayText"] = (string?)action["displayText"] } },
        });
        var said = await line.Poll();
        // What stands there as theirs is what the button said, without its mark.
        Assert.Equal(title.TrimStart('✓', ' '), (string?)action["displayText"]);
        return said[^1];
    }

    private static List<JsonNode> Actions(JsonNode asked) => [.. asked["suggestedActions"]!["actions"]!.AsArray().OfType<JsonNode>()];

    private static List<string> Titles(JsonNode asked) => [.. Actions(asked).Select(a => (string)a["title"]!)];

    private static string Step(JsonNode asked) => (string)asked["channelData"]!["remedybot"]!["step"]!;

    /// <summary>How many are ticked: on a row, or in the text where a row has no room for its title.</summary>
    private static int Ticks(JsonNode message) => WithWhatsApp.Taps(message).Count(t => t.Title.StartsWith('✓'));
}
