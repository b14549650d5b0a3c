using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.Storage.Sealing;

/// <summary>HKDF-SHA256 with the scheme's own label.</summary>
internal static class Derivation
{
    public const int KeyLength = 32;
    public const string Label = "remedybot/1/";

    public static byte[] Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, string purpose) => Derive(secret, salt, purpose, []);

    /// <param name="of">What of many, for a purpose that serves more than one.</param>
    public static byte[] Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, string purpose, ReadOnlySpan<byte> of)
    {
        var key = new byte[KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt, [.. Encoding.ASCII.GetBytes(Label + purpose), .. of]);
        return key;
    }
}
