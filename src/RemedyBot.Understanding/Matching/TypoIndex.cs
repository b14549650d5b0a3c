using RemedyBot.Understanding.Folding;

namespace RemedyBot.Understanding.Matching;

/// <summary>Finds listed words one edit away, by the forms that remain when one letter is left out; and censored ones ("su*cide").</summary>
internal sealed class TypoIndex
{
    // Shorter words are too often another word one edit away.
    private const int Shortest = 6;
    private const int Longest = 20;

    private readonly record struct Entry(string Word, int Id, bool Stem);

    private readonly Dictionary<string, List<Entry>> shortened = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Entry>> byFirst = [];

    public void Add(string word, int id, bool stem)
    {
        var entry = new Entry(word, id, stem);
        if (!byFirst.TryGetValue(word[0], out var same))
            byFirst[word[0]] = same = [];
        same.Add(entry);
        if (word.Length is < Shortest or > Longest)
            return;
        Put(word, entry);
        for (var at = 1; at < word.Length; at++)
            Put(word.Remove(at, 1), entry);
    }

    public void Read(string written, List<int> ids)
    {
        if (written.Length < 2 || written.Length > 2 * Longest)
            return;
        if (written.Contains('*', StringComparison.Ordinal))
        {
            Censored(written, ids);
            return;
        }

        // A whole word, or the beginning of one that may be a listed stem.
        for (var length = Math.Min(written.Length, Longest + 1); length >= Shortest - 1; length--)
            Shortened(written, length, ids);
    }

    private void Shortened(string written, int length, List<int> ids)
    {
        Span<char> shorter = stackalloc char[Longest + 1];
        var begin = written.AsSpan(0, length);
        var lookup = shortened.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(begin, out var same))
            Verify(written, begin, same, ids);
        begin.CopyTo(shorter);
        for (var at = length - 1; at >= 1; at--)
        {
            if (at < length - 1)
                shorter[at] = begin[at + 1];
            if (lookup.TryGetValue(shorter[..(length - 1)], out var near))
                Verify(written, begin, near, ids);
        }
    }

    private static void Verify(string written, ReadOnlySpan<char> begin, List<Entry> entries, List<int> ids)
    {
        foreach (var entry in entries)
        {
            var whole = begin.Length == written.Length;
            if ((whole || entry.Stem) && begin[0] == entry.Word[0] && !ids.Contains(entry.Id) && Variants.OneEdit(begin, entry.Word))
                ids.Add(entry.Id);
        }
    }

    private void Censored(string written, List<int> ids)
    {
        if (written.Count(letter => letter != '*') < 2 || !byFirst.TryGetValue(written[0], out var entries))
            return;
        foreach (var entry in entries)
        {
            var fits = entry.Stem ? entry.Word.Length <= written.Length : entry.Word.Length == written.Length;
            for (var at = 0; fits && at < entry.Word.Length; at++)
                fits = written[at] == '*' || written[at] == entry.Word[at];
            if (fits && !ids.Contains(entry.Id))
                ids.Add(entry.Id);
        }
    }

    private void Put(string form, Entry entry)
    {
        if (!shortened.TryGetValue(form, out var same))
            shortened[form] = same = [];
        if (!same.Contains(entry))
            same.Add(entry);
    }
}
