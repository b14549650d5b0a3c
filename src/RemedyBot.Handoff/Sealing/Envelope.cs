using System.Security.Cryptography;
using System.Text.Json;
using Jose;

namespace RemedyBot.Handoff.Sealing;

/// <summary>Compact JWE, ECDH-ES with A256GCM on P-256: any JOSE library opens it.</summary>
public static class Envelope
{
    // Anything beyond these names (zip, crit, apu …) would ask the library for more than was agreed on.
    private static readonly string[] Allowed = ["alg", "enc", "epk", "kid", "rid", "ref", "typ", "cty"];

    /// <param name="json">Filled up with trailing spaces by the caller, where its length would say something.</param>
    /// <param name="label">Goes into the protected header with the key's kid; null leaves all three out, so that a letter names nobody.</param>
    public static string Seal(byte[] json, SealingKey key, SealLabel? label)
    {
        using var agreement = key.ToAgreement();
        var headers = label is null
            ? null
            : new Dictionary<string, object>(StringComparer.Ordinal) { ["kid"] = key.Kid, ["rid"] = label.Rid, ["ref"] = label.Ref };
        return JWT.EncodeBytes(json, agreement, JweAlgorithm.ECDH_ES, JweEncryption.A256GCM, extraHeaders: headers);
    }

    /// <summary>The plaintext without its padding; null for another key, another label, any change, any other form.</summary>
    public static byte[]? Open(string compact, OpeningKey key, SealLabel? label)
    {
        if (ReadHeader(compact) is not { } header || !Fits(header, label))
            return null;
        try
        {
            using var agreement = key.ToAgreement();
            var padded = JWT.DecodeBytes(compact, agreement, JweAlgorithm.ECDH_ES, JweEncryption.A256GCM);
            return padded.AsSpan().TrimEnd((byte)' ').ToArray();
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return null;
        }
    }

    /// <summary>What the protected header says about whom it is for; nothing of it is proved before <see cref="Open"/>.</summary>
    public static SealLabel? LabelOf(string compact) =>
        ReadHeader(compact) is { } header && header.TryGetValue("rid", out var rid) && header.TryGetValue("ref", out var reference) && rid is not null && reference is not null
            ? new SealLabel(rid, reference)
            : null;

    // The kid is bound by the tag and not compared: a key kept as PEM has lost the name its owner gave it.
    private static bool Fits(Dictionary<string, string?> header, SealLabel? label) =>
        header.Keys.All(name => Allowed.Contains(name, StringComparer.Ordinal))
        && header["alg"] == "ECDH-ES"
        && header["enc"] == "A256GCM"
        && header.GetValueOrDefault("rid") == label?.Rid
        && header.GetValueOrDefault("ref") == label?.Ref;

    private static Dictionary<string, string?>? ReadHeader(string compact)
    {
        try
        {
            var first = compact.AsSpan(0, Math.Max(0, compact.IndexOf('.', StringComparison.Ordinal)));
            using var document = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(first));
            var header = document.RootElement.EnumerateObject().ToDictionary(
                member => member.Name, member => member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null, StringComparer.Ordinal);
            return header.ContainsKey("alg") && header.ContainsKey("enc") ? header : null;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return null;
        }
    }

    internal static bool IsRefusal(Exception e) =>
        e is JoseException or CryptographicException or JsonException or FormatException or ArgumentException or InvalidOperationException
            or InvalidCastException or KeyNotFoundException or NullReferenceException or IndexOutOfRangeException or OverflowException or PlatformNotSupportedException;
}
