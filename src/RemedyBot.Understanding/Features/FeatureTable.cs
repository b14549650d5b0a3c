namespace RemedyBot.Understanding.Features;

/// <summary>The features that a model knows, by their hashes, and how rare each is. Flat arrays: it is read into place, not built.</summary>
internal sealed class FeatureTable
{
    private const int Buckets = 1 << 16;
    private const int BucketShift = 16;

    /// <summary>One step of rarity, as it is stored, is a twentieth.</summary>
    private const float RarityStep = 0.05f;

    private readonly uint[] keys;
    private readonly byte[] rarities;
    private readonly int[] firsts = new int[Buckets + 1];
    private readonly float[] importances = new float[byte.MaxValue + 1];

    /// <param name="keys">Ascending, none twice.</param>
    public FeatureTable(uint[] keys, byte[] rarities)
    {
        this.keys = keys;
        this.rarities = rarities;
        var at = 0;
        for (var bucket = 0; bucket <= Buckets; bucket++)
        {
            while (at < keys.Length && keys[at] >> BucketShift < bucket)
                at++;
            firsts[bucket] = at;
        }

        for (var step = 0; step < importances.Length; step++)
            importances[step] = MathF.Sqrt(step * RarityStep);
    }

    public int Count => keys.Length;

    public ReadOnlySpan<uint> Keys => keys;

    public ReadOnlySpan<byte> Rarities => rarities;

    /// <summary>How much a feature counts when it is there; rare ones count more.</summary>
    public float Importance(int feature) => importances[rarities[feature]];

    public Family FamilyOf(int feature) => Hashing.FamilyOf(keys[feature]);

    /// <summary>The number of a feature, or -1 where it is not known.</summary>
    public int Find(uint key)
    {
        var bucket = (int)(key >> BucketShift);
        var end = firsts[bucket + 1];
        for (var at = firsts[bucket]; at < end; at++)
        {
            if (keys[at] == key)
                return at;
        }

        return -1;
    }

    /// <summary>How rare something is that occurs in so many of all messages.</summary>
    public static byte Rarity(int occurring, int all) =>
        (byte)Math.Clamp(Math.Round(Math.Log(1 + all / (double)Math.Max(1, occurring)) / RarityStep), 1, byte.MaxValue);
}
