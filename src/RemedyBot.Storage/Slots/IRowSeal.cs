using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Slots;

/// <summary>How the bodies of one kind of row are sealed.</summary>
internal interface IRowSeal
{
    /// <summary>Bytes that sealing adds.</summary>
    int Overhead { get; }

    byte[] Seal(long id, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> plaintext);

    /// <summary>Null: cannot be opened.</summary>
    byte[]? Open(StoredRow row);
}
