using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.Storage.Sealing;

/// <summary>The one sealed format: 0x01, key number, nonce, ciphertext, tag.</summary>
internal static class Record
{
    public const int Overhead = HeadLength + NonceLength + TagLength;

    /// <summary>Where no numbered key is in use.</summary>
    public const byte NoNumber = 0;

    private const byte Version = 0x01;
    private const int HeadLength = 2;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <param name="binding">Fixed by the purpose: what the record must not be moved away from.</param>
    public static byte[] Seal(
        SealKey key, ReadOnlySpan<byte> binding, ReadOnlySpan<byte> plaintext, IRandomness randomness)
    {
        var record = new byte[plaintext.Length + Overhead];
        record[0] = Version;
        record[1] = key.Number;
        var nonce = record.AsSpan(HeadLength, NonceLength);
        randomness.Fill(nonce);
        using var aes = new AesGcm(key.Bytes, TagLength);
        aes.Encrypt(nonce, plaintext, record.AsSpan(HeadLength + NonceLength, plaintext.Length), record.AsSpan(^TagLength..), Aad(key.Purpose, binding));
        return record;
    }

    /// <summary>Null: cannot be opened. There is no other failure, so that none can be told from another.</summary>
    public static byte[]? Open(SealKey key, ReadOnlySpan<byte> binding, ReadOnlySpan<byte> record)
    {
        if (record.Length < Overhead || record[0] != Version || record[1] != key.Number)
            return null;
        var plaintext = new byte[record.Length - Overhead];
        using var aes = new AesGcm(key.Bytes, TagLength);
        try
        {
            aes.Decrypt(
                record.Slice(HeadLength, NonceLength), record[(HeadLength + NonceLength)..^TagLength], record[^TagLength..], plaintext, Aad(key.Purpose, binding));
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>The key number a record names; 0 where it names none or is no record.</summary>
    public static byte NumberOf(ReadOnlySpan<byte> record) => record.Length < Overhead ? NoNumber : record[1];

    private static byte[] Aad(string purpose, ReadOnlySpan<byte> binding) =>
        [.. Encoding.ASCII.GetBytes(Derivation.Label), .. Encoding.ASCII.GetBytes(purpose), 0, .. binding];
}
