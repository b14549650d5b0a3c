using System.Security.Cryptography;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Handoff.Desk;

/// <summary>The record of purpose `desk-session`: version, key number, nonce, ciphertext, tag, under a key drawn from the session's id.</summary>
internal static class SessionSeal
{
    private const byte Version = 1;
    private const int HeaderBytes = 2;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    private static ReadOnlySpan<byte> Purpose => "remedybot/1/desk-session"u8;

    private static ReadOnlySpan<byte> Binding => "remedybot/1/desk-session\0desk"u8;

    internal static byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> id, IRandomness random)
    {
        var record = new byte[HeaderBytes + NonceBytes + plain.Length + TagBytes];
        record[0] = Version;
        var nonce = record.AsSpan(HeaderBytes, NonceBytes);
        random.Fill(nonce);
        using var aes = Cipher(id);
        aes.Encrypt(nonce, plain, record.AsSpan(HeaderBytes + NonceBytes, plain.Length), record.AsSpan(^TagBytes..), Binding);
        return record;
    }

    internal static byte[]? Open(ReadOnlySpan<byte> record, ReadOnlySpan<byte> id)
    {
        if (record.Length < HeaderBytes + NonceBytes + TagBytes || record[0] != Version)
            return null;
        var plain = new byte[record.Length - HeaderBytes - NonceBytes - TagBytes];
        using var aes = Cipher(id);
        try
        {
            aes.Decrypt(record.Slice(HeaderBytes, NonceBytes), record.Slice(HeaderBytes + NonceBytes, plain.Length), record[^TagBytes..], plain, Binding);
            return plain;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static AesGcm Cipher(ReadOnlySpan<byte> id)
    {
        Span<byte> key = stackalloc byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, id, key, [], Purpose);
        var cipher = new AesGcm(key, TagBytes);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }
}
