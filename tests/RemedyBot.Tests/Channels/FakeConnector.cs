using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RemedyBot.Tests.Channels;

/// <summary>A Bot Connector on loopback: tells its keys, gives out tokens, takes replies and checks what they carry.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    public const string AppId = "00000000-aaaa-bbbb-cccc-000000000001";
    public const string AppPassword = "the-password-of-the-bot";
    public const string Issuer = "https://api.botframework.com";

    private readonly WebApplication _app;
    private int _tokens;

    private FakeConnector(WebApplication app) => _app = app;

    public RSA Key { get; } = RSA.Create(2048);

    public RSA BareKey { get; } = RSA.Create(2048);

    public RSA NextKey { get; } = RSA.Create(2048);

    /// <summary>The next key is told too.</summary>
    public bool Rolled { get; set; }

    public int KeyFetches { get; private set; }

    public int TokenFetches => _tokens;

    /// <summary>What came, in order: path, bearer, body.</summary>
    public ConcurrentQueue<(string Path, string Bearer, JsonNode Body)> Calls { get; } = new();

    /// <summary>Paths of what was taken back.</summary>
    public ConcurrentQueue<string> TakenBack { get; } = new();

    /// <summary>What was put in the place of something, in order: path, body.</summary>
    public ConcurrentQueue<(string Path, JsonNode Body)> Changed { get; } = new();

    /// <summary>Calls are answered when this is done.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>How changes are answered.</summary>
    public int Changing { get; set; } = 200;

    /// <summary>How the next calls are answered; 200 where it is empty.</summary>
    public ConcurrentQueue<int> Statuses { get; } = new();

    public Uri Root { get; private set; } = new("http://unknown.invalid");

    public string ServiceUrl => Root + "service/";

    public static async Task<FakeConnector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeConnector(builder.Build());
        fake._app.MapGet("/metadata", () => Results.Json(new { issuer = Issuer, jwks_uri = fake.Root + "keys" }));
        fake._app.MapGet("/keys", fake.Keys);
        fake._app.MapPost("/token", (Delegate)fake.TokenAsync);
        fake._app.MapPost("/service/{**path}", (Delegate)fake.TakeAsync);
        fake._app.MapPut("/service/{**path}", (Delegate)fake.ChangeAsync);
        fake._app.MapDelete("/service/{**path}", fake.TakeBack);
        await fake._app.StartAsync();
        fake.Root = new(fake._app.Urls.First() + "/");
        return fake;
    }

    /// <summary>Settings of a bot that lives behind this Connector.</summary>
    public RemedyBot.Composition.Settings Behind(RemedyBot.Composition.Settings settings) => settings with
    {
        ConnectorAppId = AppId,
        ConnectorAppPassword = AppPassword,
        ConnectorMetadata = new(Root + "metadata"),
        ConnectorTokenUrl = new(Root + "token"),
        ConnectorServiceHosts = Root.Authority,
    };

    /// <summary>A token as the Connector makes them, changed as the test wants it.</summary>
    public string Token(DateTimeOffset now, Action<JsonObject>? claims = null, Action<JsonObject>? header = null, RSA? key = null, string kid = "one")
    {
        var head = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = kid };
        var body = new JsonObject { ["iss"] = Issuer, ["aud"] = AppId, ["nbf"] = (now - TimeSpan.FromMinutes(1)).ToUnixTimeSeconds(), ["exp"] = (now + TimeSpan.FromHours(1)).ToUnixTimeSeconds(), ["serviceurl"] = ServiceUrl };
        header?.Invoke(head);
        claims?.Invoke(body);
        var input = Part(head.ToJsonString()) + "." + Part(body.ToJsonString());
        return input + "." + Base64Url.EncodeToString((key ?? Key).SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Key.Dispose();
        BareKey.Dispose();
        NextKey.Dispose();
    }

    public static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private IResult Keys()
    {
        KeyFetches++;
        var keys = new JsonArray(Jwk(Key, "one", ["testchannel", "otherchannel", "msteams", "slack"]), Jwk(BareKey, "bare", null));
        if (Rolled)
            keys.Add(Jwk(NextKey, "next", ["testchannel"]));
        return Results.Text(new JsonObject { ["keys"] = keys }.ToJsonString(), "application/json");
    }

    private static JsonObject Jwk(RSA key, string kid, string[]? endorsements)
    {
        var parameters = key.ExportParameters(false);
        var jwk = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = kid, ["n"] = Base64Url.EncodeToString(parameters.Modulus), ["e"] = Base64Url.EncodeToString(parameters.Exponent) };
        if (endorsements is not null)
            jwk["endorsements"] = new JsonArray([.. endorsements.Select(e => (JsonNode)e)]);
        return jwk;
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials" || form["client_id"] != AppId || form["client_secret"] != AppPassword || form["scope"] != "https://api.botframework.com/.default")
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        return Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "token-" + Interlocked.Increment(ref _tokens).ToString(CultureInfo.InvariantCulture) });
    }

    private async Task<IResult> ChangeAsync(HttpContext context)
    {
        Changed.Enqueue((context.Request.Path + "", (await JsonNode.ParseAsync(context.Request.Body))!));
        return Results.StatusCode(Changing);
    }

    private IResult TakeBack(HttpContext context)
    {
        TakenBack.Enqueue(context.Request.Path + "");
        return Results.Ok();
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        Calls.Enqueue((context.Request.Path + "", context.Request.Headers.Authorization.ToString(), (await JsonNode.ParseAsync(context.Request.Body))!));
        await Hold;
        var status = Statuses.TryDequeue(out var next) ? next : 200;
        return status == 200 ? Results.Json(new { id = "sent-" + Calls.Count.ToString(CultureInfo.InvariantCulture) }) : Results.StatusCode(status);
    }
}
