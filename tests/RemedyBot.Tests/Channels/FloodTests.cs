using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>Somebody sends much faster than anybody reads: what waits is bounded, the rest is told to come again, and whoever went away waits no more.</summary>
public sealed class FloodTests
{
    private const int Many = 100;

    [Fact]
    public async Task Of_a_hundred_posts_at_once_some_are_put_off_and_the_others_are_all_there()
    {
        await using var server = await AServer.Start(s => s with { LimitsEnabled = true });
        server.Clock.Haste = 10;
        var line = await Line.Begun(server);
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => line.Say($"words {i}", $"id{i}")));
        var taken = answers.Count(a => a.Code == 200);
        Assert.InRange(taken, 10, Many - 10);
        Assert.All(answers.Where(a => a.Code != 200), a =>
        {
            Assert.Equal(429, a.Code);
            Assert.True(DateTimeOffset.TryParse(a.Header("Retry-After"), out _));
        });
        var said = (await line.Poll()).Where(a => (string?)a["from"]!["role"] == "user").ToList();
        Assert.Equal(answers.Where(a => a.Code == 200).Select(a => a.Text("id")).Order(StringComparer.Ordinal), said.Select(a => (string)a["id"]!));
        Assert.Equal(200, (await line.Say("afterwards")).Code);
    }

    [Fact]
    public async Task Whoever_goes_away_leaves_the_queue_and_is_not_answered()
    {
        await using var server = await AServer.Start(s => s with { LimitsEnabled = true });
        var line = await Line.Begun(server);
        for (var i = 0; i < 10; i++)
            await line.Say($"first {i}");
        using var gone = new CancellationTokenSource();
        var left = Enumerable.Range(0, 10).Select(i => Post(server, line, $"left {i}", gone.Token)).ToList();
        await Task.Delay(500);
        await gone.CancelAsync();
        foreach (var post in left)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        server.Clock.Haste = 10;
        Assert.Equal(200, (await line.Say("stays")).Code);
        var said = (await line.Poll()).Where(a => (string?)a["from"]!["role"] == "user").Select(a => (string)a["text"]!).ToList();
        Assert.Contains("stays", said);
        Assert.InRange(said.Count(t => t.StartsWith("left", StringComparison.Ordinal)), 0, 2);
    }

    [Fact]
    public async Task A_channel_behind_a_connector_is_put_off_too()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(s => connector.Behind(s) with { LimitsEnabled = true });
        var channel = new AChannel(server, connector);
        await channel.Ask("hello");
        server.Clock.Haste = 10;
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => channel.Say($"words {i}")));
        Assert.InRange(answers.Count(a => a.Code == 200), 10, Many - 10);
        Assert.All(answers, a => Assert.True(a.Code is 200 or 429));
    }

    [Fact]
    public async Task A_large_upload_hears_why_it_is_not_taken()
    {
        await using var server = await AServer.Start();
        var line = await Line.Begun(server);
        var answer = await line.Send(HttpMethod.Post, $"conversations/{line.Id}/upload?userId=u", new string('x', 900_000), type: "image/jpeg");
        Assert.Equal((400, "AttachmentsNotAccepted"), (answer.Code, answer.Error));
    }

    private static async Task Post(AServer server, Line line, string text, CancellationToken cancellation)
    {
        var activity = new JsonObject { ["type"] = "message", ["from"] = new JsonObject { ["id"] = "anyone" }, ["text"] = text };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Root, $"{Line.Root}conversations/{line.Id}/activities")) { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", line.Token);
        using var answer = await server.Http.SendAsync(request, cancellation);
    }
}
