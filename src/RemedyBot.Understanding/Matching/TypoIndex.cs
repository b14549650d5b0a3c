using RemedyBot.Understanding.Folding;

namespace RemedyBot.Understanding.Matching;

/// <summary>Finds listed words one edit away, by the forms that remain when one letter is left out; and censored ones ("su*cide").</summary>
internal sealed class TypoIndex
{
    // Shorter words are too often another word one edit away.
    private const int Shortest = 6;
    private const int Longest = 20;

    private readonly record struct Entry(string Word, int Id, bool Stem);

    private readonly List<Entry> entries = [];
    private readonly Dictionary<char, List<int>> byFirst = [];

    // Sums of the forms stand for the forms: whether a word fits is looked at anyway, and strings for all of them would take megabytes.
    // A form's sum follows from its word's in one step.
    private const uint Factor = 0x01000193;
    private const uint Inverse = 0x359C449B;
    private const int Slots = 1 << 16;
    private readonly System.Collections.BitArray slots = new(Slots);

    // Each a sum and, in its lower half, the entry that it is of; in order once closed.
    private readonly List<ulong> forms = [];

    public void Add(string word, int id, bool stem)
    {
        if (!byFirst.TryGetValue(word[0], out var same))
            byFirst[word[0]] = same = [];
        same.Add(entries.Count);
        entries.Add(new Entry(word, id, stem));
        if (word.Length is < Shortest or > Longest)
            return;
        Lay(Sum(word));
        for (var at = 1; at < word.Length; at++)
            Lay(Sum(word.AsSpan(at + 1), Sum(word.AsSpan(0, at))));
    }

    /// <summary>After the last word: nothing is found before.</summary>
    public void Close()
    {
        forms.Sort();
        forms.TrimExcess();
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
        var begin = written.AsSpan(0, length);
        Verify(written, begin, Sum(begin), ids);
        // The sum of what stands before the letter left out, and of what stands after it.
        var before = Sum(begin[..^1]);
        var (after, power) = (0u, 1u);
        for (var at = length - 1; at >= 1; at--)
        {
            Verify(written, begin, unchecked((before * power) + after), ids);
            unchecked
            {
                after += begin[at] * power;
                power *= Factor;
                before = (before - begin[at - 1]) * Inverse;
            }
        }
    }

    private void Lay(uint sum)
    {
        slots[Slot(sum)] = true;
        forms.Add(((ulong)sum << 32) | (uint)(entries.Count - 1));
    }

    private static int Slot(uint sum) => (int)((sum ^ (sum >> 16)) % Slots);

    private static uint Sum(ReadOnlySpan<char> form, uint sum = 0)
    {
        foreach (var letter in form)
            sum = unchecked((sum * Factor) + letter);
        return sum;
    }

    private void Verify(string written, ReadOnlySpan<char> begin, uint sum, List<int> ids)
    {
        // Nearly all sums are nobody's.
        if (!slots[Slot(sum)])
            return;
        var at = forms.BinarySearch((ulong)sum << 32);
        for (at = at < 0 ? ~at : at; at < forms.Count && forms[at] >> 32 == sum; at++)
        {
            var entry = entries[(int)(forms[at] & uint.MaxValue)];
            var whole = begin.Length == written.Length;
            if ((whole || entry.Stem) && begin[0] == entry.Word[0] && !ids.Contains(entry.Id) && Variants.OneEdit(begin, entry.Word))
                ids.Add(entry.Id);
        }
    }

    private void Censored(string written, List<int> ids)
    {
        if (written.Count(letter => letter != '*') < 2 || !byFirst.TryGetValue(written[0], out var same))
            return;
        foreach (var entry in same.Select(at => entries[at]))
        {
            var fits = entry.Stem ? entry.Word.Length <= written.Length : entry.Word.Length == written.Length;
            for (var at = 0; fits && at < entry.Word.Length; at++)
                fits = written[at] == '*' || written[at] == entry.Word[at];
            if (fits && !ids.Contains(entry.Id))
                ids.Add(entry.Id);
        }
    }
}
