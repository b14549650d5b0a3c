using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RemedyBot.Tests.Channels.Signal;

/// <summary>signal-cli's web interface: calls are posted, what comes is a stream of events.</summary>
public sealed class SignalWebTests : IAsyncLifetime
{
    private const string Person = "11111111-1111-4111-8111-111111111111";

    private readonly ConcurrentQueue<JsonObject> _calls = new();
    private readonly ConcurrentQueue<string?> _listeners = new();
    private Channel<string> _events = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private WebApplication _cli = null!;
    private AServer _server = null!;

    private IReadOnlyList<string> Sent => [.. _calls.Where(c => (string?)c["method"] == "send").Select(c => (string)c["params"]!["message"]!)];

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _cli = builder.Build();
        _cli.MapPost("/api/v1/rpc", (Delegate)RpcAsync);
        _cli.MapGet("/api/v1/events", (Delegate)EventsAsync);
        await _cli.StartAsync();
        _server = await AServer.Start(s => s with { Channels = [new("signal", new Dictionary<string, string> { ["address"] = _cli.Urls.First(), ["account"] = "+49000", ["vanish"] = "00:00:00" })] });
        await Listening(1);
    }

    public async Task DisposeAsync()
    {
        _events.Writer.TryComplete();
        await _server.DisposeAsync();
        await _cli.DisposeAsync();
    }

    [Fact]
    public async Task A_talk_goes_by_it_and_is_taken_up_where_it_broke()
    {
        await Say(1, "hello");
        Assert.Contains("1. ", (await Settled.After(() => Sent, 0, 1, _server))[^1], StringComparison.Ordinal);
        var before = Sent.Count;
        var old = _events;
        _events = System.Threading.Channels.Channel.CreateUnbounded<string>();
        old.Writer.Complete();
        await Listening(2);
        Assert.Equal([null, "1"], _listeners);
        await Say(2, "en");
        Assert.Contains("danger", (await Settled.After(() => Sent, before, 1, _server))[^1], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_calls, c => (string?)c["method"] is "subscribeReceive" or "updateContact");
    }

    private ValueTask Say(int id, string words)
    {
        var time = 1_700_000_000_000 + id;
        var envelope = new JsonObject { ["sourceUuid"] = Person, ["timestamp"] = time, ["dataMessage"] = new JsonObject { ["timestamp"] = time, ["message"] = words, ["expiresInSeconds"] = 0 } };
        var data = new JsonObject { ["envelope"] = envelope, ["account"] = "+49000" }.ToJsonString();
        return _events.Writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"event:receive\nid:{id}\ndata:{data}\n\n"));
    }

    private async Task<IResult> RpcAsync(HttpContext context)
    {
        var call = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        _calls.Enqueue(call);
        return Results.Json(new { jsonrpc = "2.0", id = (string)call["id"]!, result = new { timestamp = _calls.Count } });
    }

    private async Task EventsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync(":\n\n");
        await context.Response.Body.FlushAsync();
        var events = _events;
        _listeners.Enqueue(context.Request.Headers["Last-Event-ID"] is [{ } last] ? last : null);
        await foreach (var line in events.Reader.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.WriteAsync(line);
            await context.Response.Body.FlushAsync();
        }
    }

    private async Task Listening(int times)
    {
        for (var tried = 0; tried < 400 && _listeners.Count < times; tried++)
            await Task.Delay(25);
        Assert.True(_listeners.Count >= times, "nobody listens");
    }
}
