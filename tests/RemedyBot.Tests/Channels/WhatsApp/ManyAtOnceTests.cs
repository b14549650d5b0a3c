using System.Diagnostics;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels.WhatsApp;

/// <summary>What comes again, and what comes together.</summary>
public sealed class ManyAtOnceTests : IAsyncLifetime
{
    private FakeGraph _graph = null!;
    private AServer _server = null!;

    public async Task InitializeAsync()
    {
        _graph = await FakeGraph.Start();
        _server = await AServer.Start(settings => _graph.Behind(settings) with { LimitsEnabled = true });
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task What_has_no_words_is_answered_once_however_often_it_is_brought()
    {
        var person = new WithWhatsApp(_graph, _server);
        await person.Say("hello");
        var picture = AWebhook.Of(person.Person, person.NewId(), person.Now, "image", new JsonObject { ["id"] = "123", ["mime_type"] = "image/jpeg" });
        await person.Bring(picture, atLeast: 2);
        var count = person.Sent.Count;
        Assert.Equal(200, await person.Post(picture));
        Assert.Equal(200, await person.Post(picture, picture));
        await Task.Delay(300);
        Assert.Equal(count, person.Sent.Count);
    }

    [Fact]
    public async Task One_call_with_much_of_one_person_keeps_no_other_waiting_and_is_answered_before_WhatsApp_gives_up()
    {
        var (flood, other) = (new WithWhatsApp(_graph, _server), new WithWhatsApp(_graph, _server));
        var call = AWebhook.Of(FakeGraph.Number, [.. Enumerable.Range(0, 60).Select(i => flood.Words($"one of many {i}")), other.Words("hello")]).ToJsonString();
        var clock = Stopwatch.StartNew();
        var first = flood.Post(call);
        await Settled.After(() => other.Sent, 0, 1);
        Assert.False(first.IsCompleted);
        Assert.Equal(503, await first);
        Assert.InRange(clock.Elapsed.TotalSeconds, 1, 20);
        // Sent again, it goes on where it was.
        _server.Clock.Haste = 40;
        var status = 503;
        for (var tried = 0; tried < 20 && status == 503; tried++)
            status = await flood.Post(call);
        Assert.Equal(200, status);
    }
}
