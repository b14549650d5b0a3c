namespace RemedyBot.Turns;

/// <summary>Where a helpline's letter stands in a message: who wrote it and when, then its words.</summary>
/// <param name="At">Where the first begins.</param>
/// <param name="Words">Where the second begins.</param>
/// <param name="End">Behind both.</param>
public sealed record LetterSpan(int At, int Words, int End)
{
    /// <param name="text">Holds the letters in this order, each with its head on a line before it.</param>
    public static IReadOnlyList<LetterSpan> In(string text, IEnumerable<(string Head, string Words)> letters)
    {
        var (spans, from) = (new List<LetterSpan>(), 0);
        foreach (var (head, words) in letters)
        {
            var at = text.IndexOf(head + "\n" + words, from, StringComparison.Ordinal);
            if (at < 0)
                continue;
            from = at + head.Length + 1 + words.Length;
            spans.Add(new(at, at + head.Length + 1, from));
        }
        return spans;
    }
}
