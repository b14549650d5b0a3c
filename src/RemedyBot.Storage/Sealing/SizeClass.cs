namespace RemedyBot.Storage.Sealing;

/// <summary>Stored bodies have 4,000 · 2^n bytes, at most 64,000: no two share a database page, and a length tells nearly nothing.</summary>
internal static class SizeClass
{
    public const int Smallest = 4_000;
    public const int Largest = 64_000;

    /// <summary>The smallest class that holds <paramref name="length"/> bytes.</summary>
    public static int For(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Largest);
        var size = Smallest;
        while (size < length)
            size *= 2;
        return size;
    }
}
