using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Desk;

/// <summary>
/// Around what is a JWE already: its header names the case, by which a thief of the database could count what was written to one that they know.
/// </summary>
internal sealed class DeskSeal(LastingKey keys, IRandomness randomness) : IRowSeal
{
    // A frame begins with it, and no record does: rows written before there was this seal have none.
    private const byte Bare = (byte)'{';

    public int Overhead => Record.Overhead;

    public byte[] Seal(long id, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> plaintext)
    {
        using var key = KeyOf(salt);
        return Record.Seal(key, RowIds.Number(id), plaintext, randomness);
    }

    private SealKey KeyOf(ReadOnlySpan<byte> salt) => SealKey.Of(keys.Derive(salt, Purpose.Desk, []), Purpose.Desk);

    public byte[]? Open(StoredRow row)
    {
        if (row.Body is [Bare, ..])
            return [.. row.Body];
        using var key = KeyOf(row.Salt);
        return Record.Open(key, RowIds.Number(row.Id), row.Body);
    }
}
