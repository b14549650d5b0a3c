using System.Security.Cryptography;
using System.Text;
using Jose;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Consent;

/// <summary>Writes and reads receipts: compact JWS, ES256.</summary>
public static class Receipts
{
    public const string Kind = "remedybot-receipt";

    public static string Sign(Receipt receipt, SignKey key) => key.Sign(HandoffJson.Write(receipt), Kind);

    /// <summary>The receipt where one of these keys signed it unchanged; else null.</summary>
    public static Receipt? Verify(string compact, SignKeySet keys) =>
        keys.Verify(compact, Kind) is { } payload ? HandoffJson.Read<Receipt>(payload) : null;

    /// <summary>What a receipt says, whoever signed it; null where it is none.</summary>
    public static Receipt? Peek(string compact)
    {
        try
        {
            return HandoffJson.Read<Receipt>(JWT.PayloadBytes(compact));
        }
        catch (Exception e) when (Envelope.IsRefusal(e))
        {
            return null;
        }
    }

    public static string HashOf(string projection) => System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(projection)));
}
