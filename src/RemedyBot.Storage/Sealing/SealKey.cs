using System.Security.Cryptography;

namespace RemedyBot.Storage.Sealing;

/// <summary>A derived key, good for one purpose and one salt. Zeroed when disposed.</summary>
internal readonly ref struct SealKey
{
    private SealKey(string purpose, byte number, byte[] bytes)
    {
        Purpose = purpose;
        Number = number;
        Bytes = bytes;
    }

    public string Purpose { get; }

    public byte Number { get; }

    public byte[] Bytes { get; }

    public static SealKey From(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, string purpose, byte number = Record.NoNumber) =>
        new(purpose, number, Derivation.Derive(secret, salt, purpose));

    /// <summary>For a key that was derived for the purpose already.</summary>
    public static SealKey Of(byte[] derived, string purpose) => new(purpose, Record.NoNumber, derived);

    public void Dispose() => CryptographicOperations.ZeroMemory(Bytes);
}
