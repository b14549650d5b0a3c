using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.Storage.Vault;

/// <summary>The last 64 messages as keyed hashes of id and body, each with the turn that handled it.</summary>
internal sealed class SeenList
{
    public const int Most = 64;

    // Eight bytes of a keyed hash: nobody without K can aim at a collision, and chance needs 2^58 conversations.
    private const int HashLength = 8;
    private const int EntryLength = HashLength + HashLength + sizeof(int);

    private readonly byte[] _entries;

    public SeenList(byte[] entries) => _entries = entries.Length % EntryLength == 0 && entries.Length <= Most * EntryLength ? entries : [];

    public byte[] Bytes => _entries;

    public InboundCheck Check(byte[] secret, string id, ReadOnlySpan<byte> body)
    {
        var wanted = Entry(secret, id, body, 0);
        // The newest first: an id that came back after others counts as what it was last.
        for (var at = _entries.Length - EntryLength; at >= 0; at -= EntryLength)
        {
            var entry = _entries.AsSpan(at, EntryLength);
            if (!CryptographicOperations.FixedTimeEquals(entry[..HashLength], wanted.AsSpan(0, HashLength)))
                continue;
            var same = CryptographicOperations.FixedTimeEquals(entry.Slice(HashLength, HashLength), wanted.AsSpan(HashLength, HashLength));
            return new InboundCheck(same ? InboundKind.Same : InboundKind.Different, BinaryPrimitives.ReadInt32BigEndian(entry[^sizeof(int)..]));
        }

        return new InboundCheck(InboundKind.Fresh, 0);
    }

    public SeenList With(byte[] secret, string id, ReadOnlySpan<byte> body, int seq)
    {
        byte[] all = [.. _entries, .. Entry(secret, id, body, seq)];
        return new SeenList(all.Length > Most * EntryLength ? all[^(Most * EntryLength)..] : all);
    }

    private static byte[] Entry(byte[] secret, string id, ReadOnlySpan<byte> body, int seq)
    {
        var entry = new byte[EntryLength];
        Hash(secret, [(byte)'i', .. Encoding.UTF8.GetBytes(id)]).CopyTo(entry);
        Hash(secret, [(byte)'b', .. body]).CopyTo(entry.AsSpan(HashLength));
        BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(2 * HashLength), seq);
        return entry;
    }

    private static ReadOnlySpan<byte> Hash(byte[] secret, byte[] what) => HMACSHA256.HashData(secret, what).AsSpan(0, HashLength);
}
