using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace RemedyBot.Handoff.Sealing;

/// <summary>Reads and writes P-256 keys: JWK (RFC 7517), SPKI, PKCS#8 and SEC1 PEM.</summary>
internal static class KeyText
{
    private const int CoordinateBytes = 32;

    private const int LongestKid = 128;

    /// <summary>Null for anything that is not one P-256 key; a broken key and another curve are the same to the caller.</summary>
    internal static (ECParameters Key, string Kid)? Read(string text)
    {
        try
        {
            var jwk = text.TrimStart().StartsWith('{');
            var parameters = jwk ? ReadJwk(text) : ReadPem(text);
            if (parameters is not { } found || !OnP256(found))
                return null;
            var key = Checked(found);
            return (key, (jwk ? ReadKid(text) : null) ?? Thumbprint(key));
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    internal static string WriteJwk(ECParameters key, string kid)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("kty", "EC");
            json.WriteString("crv", "P-256");
            json.WriteString("x", Base64Url.EncodeToString(key.Q.X));
            json.WriteString("y", Base64Url.EncodeToString(key.Q.Y));
            if (key.D is not null)
                json.WriteString("d", Base64Url.EncodeToString(key.D));
            json.WriteString("kid", kid);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>RFC 7638: the same key has the same kid wherever it is written down.</summary>
    internal static string Thumbprint(ECParameters key)
    {
        var canonical = $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(key.Q.X)}}","y":"{{Base64Url.EncodeToString(key.Q.Y)}}"}""";
        return Base64Url.EncodeToString(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(canonical)));
    }

    private static ECParameters? ReadJwk(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        if (Member(root, "kty") != "EC" || Member(root, "crv") != "P-256")
            return null;
        if (Member(root, "x") is not { } x || Member(root, "y") is not { } y)
            return null;
        return new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Coordinate(x), Y = Coordinate(y) },
            D = Member(root, "d") is { } d ? Coordinate(d) : null,
        };
    }

    // The name that the key's owner gave it is the one they look for in a header.
    private static string? ReadKid(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Member(document.RootElement, "kid") is { Length: > 0 and <= LongestKid } kid ? kid : null;
    }

    private static string? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[] Coordinate(string base64Url)
    {
        var bytes = Base64Url.DecodeFromChars(base64Url);
        return bytes.Length == CoordinateBytes ? bytes : throw new FormatException("A P-256 coordinate has 32 bytes.");
    }

    private static ECParameters ReadPem(string text)
    {
        using var key = ECDiffieHellman.Create();
        key.ImportFromPem(text);
        return key.ExportParameters(includePrivateParameters: text.Contains("PRIVATE KEY", StringComparison.Ordinal));
    }

    private static bool OnP256(ECParameters key) =>
        key.Curve.IsNamed && (key.Curve.Oid.Value == "1.2.840.10045.3.1.7" || key.Curve.Oid.FriendlyName is "nistP256" or "ECDSA_P256");

    // Importing refuses a point that is not on the curve and a private half that does not belong to the public one.
    private static ECParameters Checked(ECParameters key)
    {
        using var probe = ECDiffieHellman.Create(key);
        return probe.ExportParameters(key.D is not null);
    }
}
