using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Cards;

/// <summary>Who vouches for a recipient's card: a detached JWS (RFC 7515, appendix F), ES256.</summary>
public static class CardSignature
{
    public const string Kind = "remedybot-card";

    /// <summary>The signature; null where the text holds no private P-256 key.</summary>
    /// <param name="privateKey">JWK, PKCS#8 or SEC1 PEM.</param>
    public static string? Sign(byte[] content, string privateKey)
    {
        if (KeyText.Read(privateKey) is not { Key.D: not null } read)
            return null;
        using var key = ECDsa.Create(read.Key);
        var parts = new SignKey(key).Sign(content, Kind).Split('.');
        return $"{parts[0]}..{parts[2]}";
    }

    /// <summary>Says whether one of these keys signed exactly this content.</summary>
    public static bool Holds(byte[] content, string signature, SignKeySet trusted)
    {
        var parts = signature.Split('.');
        return parts is [_, "", _]
            && trusted.Verify($"{parts[0]}.{Base64Url.EncodeToString(content)}.{parts[2]}", Kind) is { } signed
            && signed.AsSpan().SequenceEqual(content);
    }

    /// <summary>The keys of a JWK Set, or a single JWK or PEM; null where it is none of them. A private half is left out.</summary>
    public static SignKeySet? ReadKeys(string text)
    {
        var named = Several(text).Select(Named).OfType<string>().ToList();
        return named.Count == 0 ? null : new SignKeySet(named);
    }

    private static IReadOnlyList<string> Several(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.TryGetProperty("keys", out var keys) ? [.. keys.EnumerateArray().Select(key => key.GetRawText())] : [text];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [text];
        }
    }

    // By its thumbprint, as the signer names it, whatever its owner calls it.
    private static string? Named(string key) => KeyText.Read(key) is { } read ? KeyText.WriteJwk(read.Key with { D = null }, KeyText.Thumbprint(read.Key)) : null;

    /// <summary>The thumbprint of a P-256 key (RFC 7638), as a card gives it; null where the text holds none.</summary>
    public static string? Thumbprint(string key) => KeyText.Read(key) is { } read ? KeyText.Thumbprint(read.Key) : null;
}
