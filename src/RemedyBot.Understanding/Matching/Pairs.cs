namespace RemedyBot.Understanding.Matching;

/// <summary>
/// What belongs to whom, written as one number each, owner first: sorting brings an owner's together, and no list of his own is needed.
/// A network has tens of thousands of owners, and is built while somebody waits for the first page.
/// </summary>
internal static class Pairs
{
    // 2^21 places, words and phrases are more than any list will have.
    private const int Bits = 21;
    private const ulong Mask = (1UL << Bits) - 1;

    public static ulong Of(int owner, int value) => Of(owner, value, 0);

    public static ulong Of(int owner, int value, int third) =>
        (owner | value | third) >> Bits == 0 ? ((ulong)owner << (2 * Bits)) | ((ulong)value << Bits) | (uint)third : throw new FormatException("the list is too long");

    public static int Owner(ulong pair) => (int)(pair >> (2 * Bits));

    public static int Value(ulong pair) => (int)((pair >> Bits) & Mask);

    public static int Third(ulong pair) => (int)(pair & Mask);
}
