using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.Benchmarks;

/// <summary>A Connector that vouches for a channel: tells its keys over loopback, and signs the token that every call carries.</summary>
internal sealed class Vouching : IAsyncDisposable
{
    public const string Channel = "bench";
    public const string ServiceUrl = "https://bench.example/";

    private const string AppId = "00000000-0000-0000-0000-00000000b0b0";
    private const string Issuer = "https://api.botframework.com";
    private const string KeyId = "one";

    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;

    private Vouching(WebApplication app) => _app = app;

    /// <summary>As the Connector makes them; good for the whole measurement.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Of the bot that believes this Connector.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["connector:appId"] = AppId,
        ["connector:metadata"] = _app.Urls.First() + "/metadata",
    };

    public static async Task<Vouching> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var vouching = new Vouching(builder.Build());
        var app = vouching._app;
        app.MapGet("/metadata", () => Json(new() { ["issuer"] = Issuer, ["jwks_uri"] = app.Urls.First() + "/keys" }));
        app.MapGet("/keys", () => Json(new() { ["keys"] = new JsonArray(vouching.Key()) }));
        await app.StartAsync();
        vouching.Token = vouching.Sign(DateTimeOffset.UtcNow);
        return vouching;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private JsonObject Key()
    {
        var parameters = _key.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            ["endorsements"] = new JsonArray(Channel),
        };
    }

    private string Sign(DateTimeOffset now)
    {
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = KeyId };
        var claims = new JsonObject { ["iss"] = Issuer, ["aud"] = AppId, ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(), ["exp"] = now.AddHours(12).ToUnixTimeSeconds(), ["serviceurl"] = ServiceUrl };
        var input = $"{Part(header)}.{Part(claims)}";
        return $"{input}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), "application/json");
}
