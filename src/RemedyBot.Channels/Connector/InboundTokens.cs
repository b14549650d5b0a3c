using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RemedyBot.Channels.Connector;

/// <summary>Checks the token that a Connector sends along. All of it, in this order: shape, issuer, audience, time, key, signature.</summary>
public sealed class InboundTokens(ConnectorOptions options, ChannelKeys keys, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const int Longest = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>No token can be checked yet, good or not.</summary>
    public bool IsBlind => options.AppId is not null && keys.HasNone;

    /// <summary>What a good token vouches for; null where it is not good.</summary>
    public async Task<Voucher?> ReadAsync(string? authorization, CancellationToken cancellation)
    {
        if (options.AppId is not { } appId || authorization is null || authorization.Length > Longest || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        if (Parse(authorization[Scheme.Length..]) is not { } token || !HasOneAudience(token, appId) || token.Issuer != options.Issuer || string.IsNullOrEmpty(token.Kid))
            return null;
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal) || await keys.FindAsync(token.Kid, cancellation).ConfigureAwait(false) is not { } key)
            return null;
        var result = await _handler.ValidateTokenAsync(token, Parameters(appId, key)).ConfigureAwait(false);
        if (!result.IsValid)
            return null;
        // Written small in full: another spelling is another claim.
        return new(token.TryGetPayloadValue<string>("serviceurl", out var serviceUrl) ? serviceUrl : null, key.Endorsements);
    }

    private JsonWebToken? Parse(string text)
    {
        try
        {
            return text.StartsWith(' ') ? null : _handler.ReadJsonWebToken(text);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>One, as a text: a list is how a token for somebody else is made to look like ours.</summary>
    private static bool HasOneAudience(JsonWebToken token, string appId)
    {
        try
        {
            using var payload = JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload));
            return payload.RootElement.TryGetProperty("aud", out var audience) && audience.ValueKind == JsonValueKind.String && audience.GetString() == appId;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private TokenValidationParameters Parameters(string appId, ChannelKey key) => new()
    {
        ValidIssuer = options.Issuer,
        ValidAudience = appId,
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => time.GetUtcNow().UtcDateTime is var now && until is { } end && now < end + Skew && (from is not { } start || now >= start - Skew),
    };
}
