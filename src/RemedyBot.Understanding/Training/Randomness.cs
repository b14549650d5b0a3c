namespace RemedyBot.Understanding.Training;

/// <summary>The same numbers for the same seed, on every machine and under every version of the runtime.</summary>
internal sealed class Randomness(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 32 bits.</summary>
    public uint Next()
    {
        unchecked
        {
            state += 0x9E37_79B9_7F4A_7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
            return (uint)((mixed ^ (mixed >> 31)) >> 32);
        }
    }

    public void Shuffle(int[] items)
    {
        for (var at = items.Length - 1; at > 0; at--)
        {
            var other = (int)((ulong)Next() * (ulong)(at + 1) >> 32);
            (items[at], items[other]) = (items[other], items[at]);
        }
    }
}
