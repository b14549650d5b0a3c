using RemedyBot.Understanding.Concepts;
using RemedyBot.Understanding.Folding;

namespace RemedyBot.Understanding.Features;

/// <summary>A message as the features that a model knows, each with its weight. Reused from one message to the next; not for two threads at once.</summary>
internal sealed class RowReader(FeatureTable table)
{
    // How far letters, words and concepts count against each other; found by cross-validation.
    internal static float[] Shares { get; } = [0.6f, 0.6f, 1.0f];

    private static readonly float[] Repeats = [.. Enumerable.Range(0, 16).Select(times => times == 0 ? 0 : 1 + MathF.Log2(times) * 0.693f)];

    private readonly List<uint> hashes = [];
    private readonly List<int> found = [];
    private readonly List<int> ids = [];
    private readonly List<float> values = [];

    public ReadOnlySpan<int> Ids => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids);

    public ReadOnlySpan<float> Values => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values);

    /// <param name="concepts">What the words speak of, or null.</param>
    public void Read(ReadOnlySpan<Token> tokens, ConceptTable? concepts, string language)
    {
        hashes.Clear();
        FeatureReader.Read(tokens, hashes);
        concepts?.Read(tokens, language, hashes);
        Read(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(hashes));
    }

    /// <param name="features">Hashes of the message's features; one that occurs twice stands twice.</param>
    public void Read(ReadOnlySpan<uint> features)
    {
        found.Clear();
        ids.Clear();
        values.Clear();
        foreach (var feature in features)
        {
            if (table.Find(feature) is >= 0 and var id)
                found.Add(id);
        }

        found.Sort();
        Span<double> lengths = stackalloc double[Shares.Length];
        for (var at = 0; at < found.Count;)
        {
            var end = at + 1;
            while (end < found.Count && found[end] == found[at])
                end++;
            var value = table.Importance(found[at]) * Repeats[Math.Min(end - at, Repeats.Length - 1)];
            lengths[(int)table.FamilyOf(found[at])] += value * value;
            ids.Add(found[at]);
            values.Add(value);
            at = end;
        }

        Span<float> factors = stackalloc float[Shares.Length];
        for (var family = 0; family < factors.Length; family++)
            factors[family] = lengths[family] > 0 ? Shares[family] / (float)Math.Sqrt(lengths[family]) : 0;
        for (var at = 0; at < ids.Count; at++)
            values[at] *= factors[(int)table.FamilyOf(ids[at])];
    }
}
