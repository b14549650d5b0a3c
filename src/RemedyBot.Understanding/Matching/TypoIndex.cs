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

    // Sums of the forms, to pass over nearly all that are not among them: a form's sum follows from its word's in one step.
    private const uint Factor = 0x01000193;
    private const uint Inverse = 0x359C449B;
    private const int Slots = 1 << 16;
    private readonly System.Collections.BitArray sums = new(Slots);
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
        // No slip is taken to be in the first letter.
        if (written.Length < 2 || written.Length > 2 * Longest || !byFirst.ContainsKey(written[0]))
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
        if (May(Sum(begin)) && lookup.TryGetValue(begin, out var same))
            Verify(written, begin, same, ids);
        // The sum of what stands before the letter left out, and of what stands after it.
        var before = Sum(begin[..^1]);
        var (after, power) = (0u, 1u);
        for (var at = length - 1; at >= 1; at--)
        {
            if (May(unchecked((before * power) + after)))
            {
                begin[..at].CopyTo(shorter);
                begin[(at + 1)..].CopyTo(shorter[at..]);
                if (lookup.TryGetValue(shorter[..(length - 1)], out var near))
                    Verify(written, begin, near, ids);
            }

            unchecked
            {
                after += begin[at] * power;
                power *= Factor;
                before = (before - begin[at - 1]) * Inverse;
            }
        }
    }

    private bool May(uint sum) => sums[Slot(sum)];

    private static int Slot(uint sum) => (int)((sum ^ (sum >> 16)) % Slots);

    private static uint Sum(ReadOnlySpan<char> form)
    {
        var sum = 0u;
        foreach (var letter in form)
            sum = unchecked((sum * Factor) + letter);
        return sum;
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
        sums[Slot(Sum(form))] = true;
        if (!shortened.TryGetValue(form, out var same))
            shortened[form] = same = [];
        if (!same.Contains(entry))
            same.Add(entry);
    }
}
