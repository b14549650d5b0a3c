using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Slots;

/// <summary>Seals under a secret that its holder brings along; bound to the row and to what else is given.</summary>
internal sealed class KeySeal(string purpose, ReadOnlyMemory<byte> secret, byte[] alsoBoundTo, IRandomness randomness) : IRowSeal
{
    public int Overhead => Record.Overhead;

    public byte[] Seal(long id, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> plaintext)
    {
        using var key = SealKey.From(secret.Span, salt, purpose);
        return Record.Seal(key, Binding(id), plaintext, randomness);
    }

    public byte[]? Open(StoredRow row)
    {
        using var key = SealKey.From(secret.Span, row.Salt, purpose);
        return Record.Open(key, Binding(row.Id), row.Body);
    }

    private byte[] Binding(long id) => [.. RowIds.Number(id), .. alsoBoundTo];
}
