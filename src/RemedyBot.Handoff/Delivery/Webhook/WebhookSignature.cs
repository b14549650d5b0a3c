using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.Handoff.Delivery.Webhook;

/// <summary>
/// Signs a call, and shows receivers how to check one: HMAC-SHA256 over `timestamp.id.body`. A receiver refuses what is older than five minutes
/// and answers an id that it knows with the answer of the first time.
/// </summary>
public static class WebhookSignature
{
    public const string TimestampHeader = "RemedyBot-Timestamp";
    public const string IdHeader = "RemedyBot-Id";
    public const string SignatureHeader = "RemedyBot-Signature";

    /// <summary>How far two clocks may be apart.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Scheme = "v1=";

    /// <param name="timestamp">Unix seconds.</param>
    public static string Sign(string secret, long timestamp, string id, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes($"{timestamp.ToString(CultureInfo.InvariantCulture)}.{id}."));
        mac.AppendData(body);
        return Scheme + Convert.ToHexStringLower(mac.GetHashAndReset());
    }

    /// <summary>Says whether a call is signed with the secret and not older (or newer) than the window.</summary>
    /// <param name="headers">Timestamp, id and signature as they came; null where missing.</param>
    public static bool IsRight(string secret, (string? Timestamp, string? Id, string? Signature) headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var (timestamp, id, signature) = headers;
        if (id is null || signature is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return false;
        if (Math.Abs((double)seconds - now.ToUnixTimeSeconds()) > Window.TotalSeconds)
            return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(secret, seconds, id, body)), Encoding.ASCII.GetBytes(signature));
    }
}
