using System.Globalization;
using RemedyBot.Understanding.Folding;

namespace RemedyBot.Understanding.Matching;

/// <summary>The words of one language's phrases, and which of them a written word may be.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> stems = new(StringComparer.Ordinal);

    // How long the stems are that begin with two letters of this sum, one bit each: most words begin like none.
    private readonly ulong[] stemLengths = new ulong[1 << 10];

    // Words with a double letter, by what remains when each run of letters is one; of several the last, which leads to the one before it.
    private readonly Dictionary<string, int> squeezed = new(StringComparer.Ordinal);
    private readonly List<int> alike = [];
    private readonly List<ulong> numbers = [];
    private readonly HashSet<string> notTypos;
    private readonly TypoIndex? typos;
    private int count;

    /// <param name="forgiving">A word one slip away from a listed one counts as it.</param>
    public Vocabulary(IEnumerable<string> notTypos, bool forgiving)
    {
        typos = forgiving ? new() : null;
        this.notTypos = new(notTypos.SelectMany(TextFolder.Fold).Select(token => token.Text), StringComparer.Ordinal);
    }

    public int Word(string word)
    {
        if (words.TryGetValue(word, out var known))
            return known;
        words[word] = ++count;
        if (Variants.IsDoubled(word))
        {
            var shortest = Variants.Squeeze(word);
            alike.Add(squeezed.GetValueOrDefault(shortest));
            squeezed[shortest] = alike.Count;
            alike.Add(count);
        }

        typos?.Add(word, count, false);
        return count;
    }

    public int Stem(string stem)
    {
        if (stems.TryGetValue(stem, out var known))
            return known;
        stems[stem] = ++count;
        if (stem.Length is >= 2 and < 64)
            stemLengths[Beginning(stem)] |= 1UL << stem.Length;
        typos?.Add(stem, count, true);
        return count;
    }

    public int Number(int from, int to)
    {
        foreach (var number in numbers)
        {
            if (Pairs.Owner(number) == from && Pairs.Value(number) == to)
                return Pairs.Third(number);
        }

        numbers.Add(Pairs.Of(from, to, ++count));
        return count;
    }

    /// <summary>After the last phrase.</summary>
    public void Close() => typos?.Close();

    public bool Knows(string word) => words.ContainsKey(word);

    /// <summary>Adds the ids of every listed word that the written one may be.</summary>
    /// <param name="guesses">How many more words may be searched for typos: what bounds the time for a very long text.</param>
    public void Read(Token token, List<int> ids, ref int guesses)
    {
        var before = ids.Count;
        Exact(token.Text, ids);
        var particles = SpacedLetters.IsArabic(token.Text);
        if (particles)
            foreach (var bare in Variants.WithoutParticles(token.Text))
                Exact(bare, ids);
        Number(token.Text, ids);
        if (ids.Count > before || notTypos.Contains(token.Text))
            return;
        if (token.Stretched)
            Stretched(token.Text, ids);
        if (Variants.Unleet(token.Text) is { } letters)
            Exact(letters, ids);
        if (ids.Count > before || typos is null || --guesses < 0)
            return;
        typos.Read(token.Text, ids);
        if (particles)
            foreach (var bare in Variants.WithoutParticles(token.Text))
                typos.Read(bare, ids);
    }

    private void Exact(string word, List<int> ids)
    {
        if (words.TryGetValue(word, out var id))
            Add(ids, id);
        if (word.Length < 2 || stemLengths[Beginning(word)] is not (> 0 and var lengths))
            return;
        var lookup = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, 63); length >= 2; length--)
        {
            if ((lengths & (1UL << length)) != 0 && lookup.TryGetValue(word.AsSpan(0, length), out var stem))
                Add(ids, stem);
        }
    }

    private void Stretched(string word, List<int> ids)
    {
        var shortest = Variants.Squeeze(word);
        Exact(shortest, ids);
        for (var at = squeezed.GetValueOrDefault(shortest); at > 0; at = alike[at - 1])
            Add(ids, alike[at]);
    }

    private void Number(string word, List<int> ids)
    {
        if (word.Length > 4 || !char.IsAsciiDigit(word[0]) || !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return;
        foreach (var number in numbers)
        {
            if (value >= Pairs.Owner(number) && value <= Pairs.Value(number))
                Add(ids, Pairs.Third(number));
        }
    }

    private static int Beginning(string word) => ((word[0] << 5) ^ word[1]) & ((1 << 10) - 1);

    private static void Add(List<int> ids, int id)
    {
        if (!ids.Contains(id))
            ids.Add(id);
    }
}
