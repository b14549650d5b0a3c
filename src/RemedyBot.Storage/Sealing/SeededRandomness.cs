using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RemedyBot.Storage.Sealing;

/// <summary>The same bytes for the same seed, for <c>chat --seed</c> and tests. Never behind <c>serve</c>.</summary>
public sealed class SeededRandomness(long seed) : IRandomness
{
    private readonly Lock _lock = new();
    private readonly byte[] _block = new byte[SHA256.HashSizeInBytes];
    private long _counter;
    private int _left;

    public void Fill(Span<byte> bytes)
    {
        lock (_lock)
        {
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = Next();
        }
    }

    private byte Next()
    {
        if (_left == 0)
        {
            Span<byte> input = stackalloc byte[2 * sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(input, seed);
            BinaryPrimitives.WriteInt64BigEndian(input[sizeof(long)..], _counter++);
            SHA256.HashData(input, _block);
            _left = _block.Length;
        }

        return _block[^_left--];
    }
}
