using System.Security.Cryptography;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Storage.Vault;

/// <summary>What opens one conversation: its id, its key K and the generation the holder knows. Zeroed when disposed.</summary>
public sealed class ConversationKey : IDisposable
{
    public const int IdLength = 16;
    public const int KeyLength = 32;

    private readonly byte[] _id;
    private readonly byte[] _key;
    private bool _disposed;

    internal ConversationKey(ReadOnlySpan<byte> id, ReadOnlySpan<byte> key, int generation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(id.Length, IdLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyLength);
        _id = id.ToArray();
        _key = key.ToArray();
        Generation = generation;
    }

    /// <summary>cid: 16 bytes, in clear inside tokens; good as a lane's name, never for a log.</summary>
    public ReadOnlySpan<byte> Id => _id;

    public int Generation { get; }

    /// <summary>K itself; a disposed key would seal under zeros, so it refuses.</summary>
    internal ReadOnlyMemory<byte> Key
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _key;
        }
    }

    /// <summary>The salt that K was derived from, where the row keeps it (messaging apps); null where each writing draws its own.</summary>
    internal byte[]? RowSalt { get; init; }

    /// <summary>A key for a conversation that has not begun.</summary>
    public static ConversationKey Create(IRandomness randomness)
    {
        Span<byte> id = stackalloc byte[IdLength];
        Span<byte> key = stackalloc byte[KeyLength];
        randomness.Fill(id);
        randomness.Fill(key);
        var made = new ConversationKey(id, key, 0);
        CryptographicOperations.ZeroMemory(key);
        return made;
    }

    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_key);
    }

    public override string ToString() => nameof(ConversationKey);
}
