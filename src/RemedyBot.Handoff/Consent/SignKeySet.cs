using System.Security.Cryptography;
using System.Text.Json;
using Jose;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Storage.Keys;

namespace RemedyBot.Handoff.Consent;

/// <summary>The public halves, old ones too, as published at /.well-known/remedybot-keys.json (a JWK Set).</summary>
public sealed class SignKeySet
{
    private readonly Dictionary<string, string> _jwks = new(StringComparer.Ordinal);

    public SignKeySet(IEnumerable<string> publicJwks)
    {
        foreach (var jwk in publicJwks)
        {
            if (SealingKey.Read(jwk) is { } key)
                _jwks[key.Kid] = key.ToJwk();
        }
    }

    public static SignKeySet Of(SigningKeys keys) => new(keys.All.Select(key => new SignKey(key.Key).PublicJwk));

    /// <summary>Reads a JWK Set; null where it is none.</summary>
    public static SignKeySet? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new SignKeySet(document.RootElement.GetProperty("keys").EnumerateArray().Select(key => key.GetRawText()).ToList());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    public string ToJson() => $$"""{"keys":[{{string.Join(',', _jwks.Values)}}]}""";

    /// <summary>The payload of a JWS of this kind signed by one of these keys; else null.</summary>
    internal byte[]? Verify(string compact, string kind)
    {
        try
        {
            var header = JWT.Headers(compact);
            if (header.Count != 3 || !Is(header, "alg", "ES256") || !Is(header, "typ", kind))
                return null;
            if (!header.TryGetValue("kid", out var kid) || !_jwks.TryGetValue(kid as string ?? "", out var jwk) || KeyText.Read(jwk) is not { } read)
                return null;
            using var key = ECDsa.Create(read.Key);
            return JWT.DecodeBytes(compact, key, JwsAlgorithm.ES256);
        }
        catch (Exception e) when (Envelope.IsRefusal(e))
        {
            return null;
        }
    }

    private static bool Is(IDictionary<string, object> header, string name, string value) =>
        header.TryGetValue(name, out var found) && found as string == value;
}
