using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.Zammad;

/// <summary>
/// Zammad's webhook: it only says which ticket to ask about now. Nothing of its content is believed, so a call that comes twice, or late,
/// does no harm.
/// </summary>
public static class ZammadCall
{
    public const string SignatureHeader = "X-Hub-Signature";

    private const string Scheme = "sha1=";

    /// <summary>The ticket that a signed call names; null where the signature is not right.</summary>
    /// <param name="body">As it came, byte for byte.</param>
    [SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA1 is all that Zammad signs with; as an HMAC it still holds.")]
    public static string? TicketOf(ReadOnlySpan<byte> body, string? signature, string token)
    {
        if (signature is null || !signature.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var right = Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), body));
        var given = signature[Scheme.Length..].ToLowerInvariant();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.ASCII.GetBytes(given)))
            return null;
        try
        {
            return (JsonNode.Parse(body) as JsonObject)?["ticket"].TextOrNull("id");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
