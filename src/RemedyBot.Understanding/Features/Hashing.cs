namespace RemedyBot.Understanding.Features;

/// <summary>The hash of a feature: 32 bits, the last two of which say what it is made of.</summary>
internal static class Hashing
{
    private const uint Prime = 16_777_619;

    public const uint Letters = 0x811C_9DC5;
    public const uint Word = 0x1234_5671;
    public const uint Pair = 0x7F4A_7C15;
    public const uint Near = 0x2545_F491;
    public const uint Concept = 0x5BD1_E995;
    public const uint Own = 0x9E37_79B1;

    public static uint Add(uint hash, char letter) => unchecked((hash ^ letter) * Prime);

    public static uint Of(ReadOnlySpan<char> text, uint seed)
    {
        foreach (var letter in text)
            seed = Add(seed, letter);
        return seed;
    }

    public static uint Join(uint seed, uint one, uint other) => unchecked(((seed ^ one) * Prime ^ other) * Prime + one);

    public static uint OfLetters(uint hash) => Mix(hash) & ~3u;

    public static uint OfWords(uint hash) => Mix(hash) & ~3u | (uint)Family.Words;

    public static uint OfConcepts(uint hash) => Mix(hash) & ~3u | (uint)Family.Concepts;

    public static Family FamilyOf(uint feature) => (Family)(feature & 3);

    public static uint Mix(uint hash)
    {
        unchecked
        {
            hash ^= hash >> 16;
            hash *= 0x85EB_CA6B;
            hash ^= hash >> 13;
            hash *= 0xC2B2_AE35;
            return hash ^ (hash >> 16);
        }
    }
}
