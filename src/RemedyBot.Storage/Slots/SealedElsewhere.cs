using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Slots;

/// <summary>For content that is a JWE already: stored as it is.</summary>
internal sealed class SealedElsewhere : IRowSeal
{
    public static readonly SealedElsewhere Instance = new();

    public int Overhead => 0;

    public byte[] Seal(long id, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> plaintext) => plaintext.ToArray();

    public byte[]? Open(StoredRow row) => [.. row.Body];
}
