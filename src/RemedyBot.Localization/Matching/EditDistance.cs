namespace RemedyBot.Localization.Matching;

/// <summary>One slip of the finger.</summary>
internal static class EditDistance
{
    /// <summary>Whether one letter was left out, added, changed or swapped with its neighbour (Damerau-Levenshtein distance of exactly 1).</summary>
    public static bool IsOne(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        var x = a.AsSpan(start);
        var y = b.AsSpan(start);
        if (x.IsEmpty && y.IsEmpty)
            return false;
        if (x.Length > y.Length)
            return x[1..].SequenceEqual(y);
        if (y.Length > x.Length)
            return y[1..].SequenceEqual(x);
        return x[1..].SequenceEqual(y[1..]) || (x.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..].SequenceEqual(y[2..]));
    }
}
