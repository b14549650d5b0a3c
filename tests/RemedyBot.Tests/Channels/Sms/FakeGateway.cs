using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Apps;
using RemedyBot.Composition;

namespace RemedyBot.Tests.Channels.Sms;

/// <summary>A gateway for text messages on loopback.</summary>
internal sealed class FakeGateway : IAsyncDisposable
{
    public const string Secret = "the-secret-towards-the-gateway";
    public const string ProofSecret = "the-secret-of-its-webhook";

    private readonly WebApplication _app;

    private FakeGateway(WebApplication app) => _app = app;

    public ConcurrentQueue<JsonNode> Taken { get; } = new();

    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>How the next messages are answered: a status, and a body.</summary>
    public ConcurrentQueue<(int Status, string Body)> Answers { get; } = new();

    public int Calls { get; private set; }

    public Uri Root { get; private set; } = new("http://unknown.invalid");

    public static async Task<FakeGateway> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeGateway(builder.Build());
        fake._app.MapPost("/send", (Delegate)fake.TakeAsync);
        await fake._app.StartAsync();
        fake.Root = new(fake._app.Urls.First() + "/");
        return fake;
    }

    public Settings Behind(Settings settings, params (string Key, string Value)[] more) => settings with { PublicUrl = new("https://bot.example"), AllowedHosts = "127.0.0.1", Channels = [Of(more)] };

    public AppSettings Of(params (string Key, string Value)[] more) => new("sms", new Dictionary<string, string>
    {
        ["url"] = Root + "send",
        ["body"] = """{"to":"{to}","from":"{from}","text":"{text}","type":"{type}","id":"{id}"}""",
        ["from"] = "+4912345",
        ["headers"] = "Authorization: Key {secret} | X-Version: 2",
        ["secret"] = Secret,
        ["proofHeader"] = "X-Gateway-Secret",
        ["proofSecret"] = ProofSecret,
        ["incomingFrom"] = "msisdn",
        ["incomingId"] = "messageId",
    }.Concat(more.Select(m => KeyValuePair.Create(m.Key, m.Value))).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Last().Value));

    public IReadOnlyList<JsonNode> SentTo(string number) => [.. Taken.Where(t => (string?)t["to"] == number)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        Calls++;
        if (context.Request.Headers.Authorization != "Key " + Secret || context.Request.Headers["X-Version"] != "2")
            return Results.StatusCode(401);
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        if (Answers.TryDequeue(out var answer))
        {
            if (answer.Status == 200)
                Taken.Enqueue(body);
            return Results.Text(answer.Body, "application/json", statusCode: answer.Status);
        }
        if (RemedyBot.Channels.Sms.SmsParts.Count((string)body["text"]!) > AServer.Content.Channels.Apps["sms"].Text)
            Wrong.Enqueue("too many parts");
        Taken.Enqueue(body);
        return Results.Text("""{"messages":[{"status":"0"}]}""", "application/json");
    }
}
