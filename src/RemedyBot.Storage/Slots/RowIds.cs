using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Storage.Slots;

/// <summary>63-bit row numbers: random, or the start of a hash of what finds the row.</summary>
internal static class RowIds
{
    /// <summary>The first part's number is derived from <paramref name="what"/> alone, further parts append their own.</summary>
    public static long Of(string kind, ReadOnlySpan<byte> what, int part)
    {
        byte[] input = [.. Encoding.ASCII.GetBytes(kind), .. what, .. PartSuffix(part)];
        return First63(SHA256.HashData(input));
    }

    public static long Keyed(ReadOnlySpan<byte> key, int seq, int part)
    {
        byte[] input = [.. Number(seq), .. PartSuffix(part)];
        return First63(HMACSHA256.HashData(key, input));
    }

    /// <summary>The first part of what a name leads to.</summary>
    public static long Keyed(ReadOnlySpan<byte> key, ReadOnlySpan<byte> name) => First63(HMACSHA256.HashData(key, name));

    public static long Random(IRandomness randomness)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        randomness.Fill(bytes);
        return First63(bytes);
    }

    public static byte[] Number(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    public static byte[] Number(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    private static ReadOnlySpan<byte> PartSuffix(int part) => part == 0 ? [] : new byte[] { (byte)part };

    private static long First63(ReadOnlySpan<byte> bytes) => (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 1);
}
