using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RemedyBot.Tests.Channels;
using RemedyBot.Tests.Channels.WhatsApp;

namespace RemedyBot.Tests.Live;

/// <summary>The same in WhatsApp, whose window shuts after a day, and behind a Connector.</summary>
public sealed partial class EveryRingTests
{
    private const string Ring = "There is a message for you.";
    private const string Words = "CANARY please call us";
    private static readonly string[] Intake = ["hello", "en", "no", "no", "adult", "abuse.threat", "enough", "confirm", "yes"];

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(1, false, true)]
    [InlineData(72, true, true)]
    public async Task In_WhatsApp_it_comes_as_words_within_the_window_and_as_the_template_beyond_it(int hours, bool template, bool discreet)
    {
        await using var graph = await FakeGraph.Start();
        await using var desk = await ATalk.Start(here: false, s => s with { Channels = [graph.Of(("template", "write_back"), ("templateLanguages", "en_US, es"), ("discreet", discreet ? "true" : "false"))] });
        var person = new WithWhatsApp(graph, desk);
        var reference = await HandOver(desk, async text => string.Join('\n', (await person.Say(text)).Select(WithWhatsApp.Text)));
        desk.Clock.Advance(TimeSpan.FromHours(hours));
        await desk.SignIn();
        var before = person.Sent.Count;
        await desk.Post("/desk/cases/" + reference, ("act", "answered"), ("text", Words));
        var rung = Assert.Single(await Settled.After(() => person.Sent, before, 1));
        if (template)
            Assert.Equal(("template", "write_back", "en_US"), ((string?)rung["type"], (string?)rung["template"]!["name"], (string?)rung["template"]!["language"]!["code"]));
        else
            Assert.Equal(discreet ? AServer.Content.Localizer.Catalog.Render("en", "apps/first-line") + "\n\n" + Ring : Ring, WithWhatsApp.Text(rung));

        await desk.Post("/desk/cases/" + reference, ("act", "answered"), ("text", "And another word"));
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Equal(before + 1, person.Sent.Count);
        await person.Say("hello");
        Assert.Contains(await person.Say("no"), m => WithWhatsApp.Text(m).Contains(Words, StringComparison.Ordinal));
        Assert.Empty(graph.Wrong);
    }

    [Fact]
    public async Task In_WhatsApp_without_a_template_it_is_not_asked()
    {
        await using var graph = await FakeGraph.Start();
        await using var desk = await ATalk.Start(here: false, s => s with { Channels = [graph.Of()] });
        var person = new WithWhatsApp(graph, desk);
        var said = "";
        foreach (var text in (string[])[.. Intake, "skip", "skip", "yes", "skip", "skip", "skip"])
            said += string.Join('\n', (await person.Say(text)).Select(WithWhatsApp.Text));
        Assert.Contains("Do you want to keep this chat", said, StringComparison.Ordinal);
        Assert.DoesNotContain("may one message come here", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_Connector_it_goes_to_the_conversation_and_replies_to_nothing()
    {
        await using var connector = await FakeConnector.Start();
        await using var desk = await ATalk.Start(here: false, connector.Behind);
        var channel = new AChannel(desk, connector) { Channel = "slack" };
        IReadOnlyList<JsonNode> Sent() => [.. connector.Calls.Where(c => (string?)c.Body["conversation"]!["id"] == channel.Conversation).Select(c => c.Body)];
        async Task<string> Say(string text)
        {
            var before = Sent().Count;
            Assert.Equal(200, (await channel.Say(text)).Code);
            return string.Join('\n', (await Settled.After(Sent, before, 1)).Select(a => (string?)a["text"]));
        }

        var reference = await HandOver(desk, Say);
        desk.Clock.Advance(TimeSpan.FromDays(3));
        await desk.SignIn();
        var before = Sent().Count;
        await desk.Post("/desk/cases/" + reference, ("act", "answered"), ("text", Words));
        var rung = Assert.Single(await Settled.After(Sent, before, 1));
        Assert.Equal((Ring, null), ((string?)rung["text"], (string?)rung["replyToId"]));
        Assert.EndsWith("/activities", connector.Calls.Last().Path, StringComparison.Ordinal);
        await Say("hello");
        Assert.Contains(Words, await Say("no"), StringComparison.Ordinal);
    }

    /// <summary>Up to a case at the desk, a chat that is kept and a yes to the message: the case's reference.</summary>
    private static async Task<string> HandOver(ATalk desk, Func<string, Task<string>> say)
    {
        var (said, last) = ("", "");
        foreach (var text in Intake)
            said += last = await say(text);
        for (var tried = 0; tried < 8 && !last.Contains("may one message come here", StringComparison.Ordinal); tried++)
            said += last = await say(last.Contains("Do you want to keep this chat", StringComparison.Ordinal) ? "yes" : "skip");
        await say("yes");
        var reference = Reference().Match(said).Value;
        Assert.NotEmpty(reference);
        await desk.Until("/desk", html => html.Contains(reference, StringComparison.Ordinal));
        return reference;
    }

    [GeneratedRegex("RB-[A-Z0-9]{10}")]
    private static partial Regex Reference();
}
