using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.Channels.WhatsApp;

/// <summary>`X-Hub-Signature-256`: an HMAC of the body as it came. It is checked before a byte of the body is believed.</summary>
public static class HubSignature
{
    public const string Header = "X-Hub-Signature-256";

    private const string Scheme = "sha256=";

    public static bool Holds(string? header, ReadOnlySpan<byte> body, string secret)
    {
        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (secret.Length == 0 || header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length != Scheme.Length + 2 * sent.Length)
            return false;
        return Convert.FromHexString(header.AsSpan(Scheme.Length), sent, out _, out _) is System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(sent, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
    }
}
