namespace RemedyBot.Understanding.Matching;

/// <summary>The values of many owners in one array, each owner's in ascending order.</summary>
internal sealed class Rows
{
    private readonly int[] begins;
    private readonly int[] values;

    /// <param name="owners">How many there are, counted from 0.</param>
    /// <param name="pairs">See <see cref="Pairs"/>; sorted here.</param>
    /// <param name="thirds">What stands third, in the same order; null where nothing does.</param>
    public Rows(int owners, List<ulong> pairs, int[]? thirds = null)
    {
        pairs.Sort();
        begins = new int[owners + 1];
        values = new int[pairs.Count];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = Pairs.Value(pairs[at]);
            begins[Pairs.Owner(pairs[at]) + 1] = at + 1;
            if (thirds is not null)
                thirds[at] = Pairs.Third(pairs[at]);
        }

        for (var owner = 1; owner <= owners; owner++)
            begins[owner] = Math.Max(begins[owner], begins[owner - 1]);
    }

    public ReadOnlySpan<int> this[int owner] => owner < begins.Length - 1 ? values.AsSpan(begins[owner]..begins[owner + 1]) : [];

    /// <summary>Where an owner's value stands among all; -1 where he has no such.</summary>
    public int Find(int owner, int value) => this[owner].BinarySearch(value) is >= 0 and var at ? begins[owner] + at : -1;
}
