using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Apps;
using RemedyBot.Composition;

namespace RemedyBot.Tests.Channels.WhatsApp;

/// <summary>The Cloud API on loopback, as its documentation describes it: it looks at every field, and keeps what it would not have taken.</summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    public const string Number = "106540352242922";
    public const string Token = "EAAJB-a-token-that-opens";
    public const string AppSecret = "the-secret-of-the-app-at-meta";
    public const string VerifyToken = "the-word-for-the-webhook";

    private readonly WebApplication _app;

    private FakeGraph(WebApplication app) => _app = app;

    public ConcurrentQueue<JsonNode> Taken { get; } = new();

    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>How the next messages are answered; taken where it is empty.</summary>
    public ConcurrentQueue<(int Status, int? Code)> Failures { get; } = new();

    /// <summary>What was taken is said to be so only when this is done.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    public int Calls { get; private set; }

    public Uri Root { get; private set; } = new("http://unknown.invalid");

    public static async Task<FakeGraph> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeGraph(builder.Build());
        fake._app.MapPost("/v24.0/{number}/messages", (Delegate)fake.TakeAsync);
        fake._app.MapGet("/v24.0/{number}", (HttpContext context, string number) => Knows(context, number) ? Results.Json(new { id = number }) : Error(401, 190));
        await fake._app.StartAsync();
        fake.Root = new(fake._app.Urls.First() + "/");
        return fake;
    }

    public Settings Behind(Settings settings, params (string Key, string Value)[] more) => settings with { PublicUrl = new("https://bot.example"), AllowedHosts = "127.0.0.1", Channels = [Of(more)] };

    public AppSettings Of(params (string Key, string Value)[] more) => new("whatsapp", new Dictionary<string, string>
    {
        ["baseUrl"] = Root.ToString(),
        ["phoneNumberId"] = Number,
        ["token"] = Token,
        ["appSecret"] = AppSecret,
        ["verifyToken"] = VerifyToken,
    }.Concat(more.Select(m => KeyValuePair.Create(m.Key, m.Value))).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Last().Value));

    public IReadOnlyList<JsonNode> SentTo(string person) => [.. Taken.Where(t => (string?)(t["to"] ?? t["recipient"]) == person)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static bool Knows(HttpContext context, string number) => context.Request.Headers.Authorization == "Bearer " + Token && number == Number;

    private async Task<IResult> TakeAsync(HttpContext context, string number)
    {
        Calls++;
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        if (!Knows(context, number))
            return Error(401, 190);
        if (context.Request.QueryString.HasValue)
            Wrong.Enqueue("a query, where a token might be logged");
        if (Failures.TryDequeue(out var failure) && failure.Status != 200)
            return Error(failure.Status, failure.Code);
        foreach (var problem in CloudMessage.Problems(body))
            Wrong.Enqueue(problem);
        Taken.Enqueue(body);
        await Hold;
        var person = (string)(body["to"] ?? body["recipient"])!;
        return Results.Json(new { messaging_product = "whatsapp", contacts = new[] { new { input = person, wa_id = person } }, messages = new[] { new { id = "wamid." + Taken.Count.ToString(CultureInfo.InvariantCulture) } } });
    }

    private static IResult Error(int status, int? code) => code is null
        ? Results.Text("<html>gateway</html>", "text/html", statusCode: status)
        : Results.Json(new { error = new { message = "(#) told", type = "OAuthException", code, error_data = new { messaging_product = "whatsapp", details = "told" }, fbtrace_id = "A" } }, statusCode: status);
}
