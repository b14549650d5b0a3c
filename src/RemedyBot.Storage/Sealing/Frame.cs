using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RemedyBot.Storage.Sealing;

/// <summary>
/// What a body holds before sealing: a line of JSON that names the part, a piece of the content, trailing spaces up to the size class.
/// </summary>
internal sealed record Frame(int Part, int Of, string Set, ReadOnlyMemory<byte> Piece)
{
    /// <summary>The line's fixed length, its line break included.</summary>
    public const int LineLength = 64;

    public const int MostParts = 64;

    private const int SetLength = 8;

    /// <summary>How much content the largest body holds.</summary>
    public static int LargestPiece(int overhead) => SizeClass.Largest - overhead - LineLength;

    /// <summary>The content length up to which the bodies would have the same sizes as for <paramref name="length"/>.</summary>
    public static int RoundUp(int length, int overhead)
    {
        var largest = LargestPiece(overhead);
        return length > largest
            ? (length + largest - 1) / largest * largest
            : SizeClass.For(length + LineLength + overhead) - LineLength - overhead;
    }

    /// <summary>Cuts content into padded plaintexts; <paramref name="overhead"/> is what sealing adds to each.</summary>
    public static List<byte[]> Cut(ReadOnlySpan<byte> content, int overhead, IRandomness randomness)
    {
        var largest = LargestPiece(overhead);
        var of = Math.Max(1, (content.Length + largest - 1) / largest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(of, MostParts);
        // Parts of two different writings must not be joined, so all parts of one writing carry the same random mark.
        Span<byte> set = stackalloc byte[SetLength];
        randomness.Fill(set);
        var mark = Base64Url.EncodeToString(set);
        var bodies = new List<byte[]>(of);
        for (var part = 0; part < of; part++)
        {
            var piece = content[(part * largest)..Math.Min(content.Length, (part + 1) * largest)];
            var size = of > 1 ? SizeClass.Largest : SizeClass.For(piece.Length + LineLength + overhead);
            var body = new byte[size - overhead];
            body.AsSpan().Fill((byte)' ');
            Encoding.ASCII.GetBytes($$"""{"p":{{part}},"of":{{of}},"n":{{piece.Length}},"set":"{{mark}}"}""", body);
            body[LineLength - 1] = (byte)'\n';
            piece.CopyTo(body.AsSpan(LineLength));
            bodies.Add(body);
        }

        return bodies;
    }

    /// <summary>Null where it is no frame.</summary>
    public static Frame? Read(ReadOnlyMemory<byte> body)
    {
        if (body.Length < LineLength || body.Span[LineLength - 1] != (byte)'\n')
            return null;
        try
        {
            using var line = JsonDocument.Parse(body[..LineLength]);
            var root = line.RootElement;
            var length = root.GetProperty("n").GetInt32();
            if (length < 0 || length > body.Length - LineLength)
                return null;
            return new Frame(
                root.GetProperty("p").GetInt32(), root.GetProperty("of").GetInt32(), root.GetProperty("set").GetString() ?? "", body.Slice(LineLength, length));
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Zeroes the piece in the buffer that it was read from.</summary>
    public void Clear() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsMemory(Piece).Span);

    /// <summary>Null unless these are all parts of one writing, in order.</summary>
    public static byte[]? Join(IReadOnlyList<Frame> frames)
    {
        var total = 0;
        for (var part = 0; part < frames.Count; part++)
        {
            if (frames[part].Part != part || frames[part].Of != frames.Count || frames[part].Set != frames[0].Set)
                return null;
            total += frames[part].Piece.Length;
        }

        var content = new byte[total];
        var at = 0;
        foreach (var frame in frames)
        {
            frame.Piece.CopyTo(content.AsMemory(at));
            at += frame.Piece.Length;
        }

        return content;
    }
}
