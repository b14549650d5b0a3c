using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Slots;

/// <summary>Seals under today's delivery key; opens what an earlier one sealed for as long as that key is there.</summary>
internal sealed class DeliverySeal(string purpose, DeliveryKeys keys, IRandomness randomness) : IRowSeal
{
    public int Overhead => Record.Overhead;

    public byte[] Seal(long id, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> plaintext)
    {
        if (!keys.TryFind(keys.Current, salt, purpose, out var key))
            throw new InvalidOperationException("There is no delivery key.");
        using (key)
            return Record.Seal(key, RowIds.Number(id), plaintext, randomness);
    }

    public byte[]? Open(StoredRow row)
    {
        if (!keys.TryFind(Record.NumberOf(row.Body), row.Salt, purpose, out var key))
            return null;
        using (key)
            return Record.Open(key, RowIds.Number(row.Id), row.Body);
    }
}
