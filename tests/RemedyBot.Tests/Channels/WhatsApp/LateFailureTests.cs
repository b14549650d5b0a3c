using System.Globalization;
using System.Text.Json.Nodes;
using RemedyBot.Channels.WhatsApp;

namespace RemedyBot.Tests.Channels.WhatsApp;

/// <summary>Messages that WhatsApp took, and told later by its webhook that they did not arrive.</summary>
public sealed class LateFailureTests(BehindWhatsApp both) : IClassFixture<BehindWhatsApp>
{
    private const int Undeliverable = 131026;

    [Fact]
    public async Task What_did_not_arrive_is_said_again_and_words_do_not_answer_it()
    {
        var person = new WithWhatsApp(both.Graph, both.Server);
        await person.Say("hello");
        await person.Say("en");
        var lost = await person.Say("yes");
        foreach (var message in lost)
            await Fail(person, message, Undeliverable);
        var said = (await person.Say("no")).Select(WithWhatsApp.Text).ToList();
        Assert.All(lost.Select(WithWhatsApp.Text), text => Assert.Contains(text, said));
        Assert.Contains(said, text => text.Contains("it is not kept", StringComparison.Ordinal));
        Assert.EndsWith(WithWhatsApp.Text(lost[^1]).Split("\n\n")[^1], said[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_template_goes_in_the_language_of_what_was_lost()
    {
        var person = new WithWhatsApp(both.Graph, both.Server);
        await person.Say("hello");
        // "Too many calls of this app": it waits for a minute, and goes after the restart, which knows of no window.
        both.Graph.Failures.Enqueue((400, 80007));
        Assert.Equal(200, await person.Post(person.Words("ar")));
        await Queue.AQueue.Until(() => both.Graph.Failures.IsEmpty);
        var before = person.Sent.Count;
        await both.Server.Restart();
        var sent = await Settled.After(() => person.Sent, before, 1, both.Server);
        before = person.Sent.Count;
        await Fail(person, sent[^1], GraphError.WindowClosed);
        var invited = Assert.Single(await Settled.After(() => person.Sent, before, 1, both.Server));
        Assert.Equal(("template", "ar"), ((string?)invited["type"], (string?)invited["template"]!["language"]!["code"]));
    }

    /// <summary>As the fake numbers what it takes.</summary>
    private async Task Fail(WithWhatsApp person, JsonNode message, int code)
    {
        var id = "wamid." + (both.Graph.Taken.ToList().IndexOf(message) + 1).ToString(CultureInfo.InvariantCulture);
        Assert.Equal(200, await person.Post(AWebhook.Failed(FakeGraph.Number, person.Person, code, id).ToJsonString()));
    }
}
