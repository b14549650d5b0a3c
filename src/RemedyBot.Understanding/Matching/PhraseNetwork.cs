namespace RemedyBot.Understanding.Matching;

/// <summary>What a finished phrase says, as a number that its lists give it; with <paramref name="Except"/> that its words do not say it.</summary>
internal readonly record struct Meaning(int What, bool Except)
{
    public int Number => (What << 1) | (Except ? 1 : 0);

    public static Meaning Of(int number) => new(number >> 1, (number & 1) == 1);
}

/// <summary>All phrases of one language as one network of places and words between them.</summary>
internal sealed class PhraseNetwork
{
    private readonly int[] any;
    private readonly bool[] inGap;
    private readonly Rows words;
    private readonly int[] to;
    private readonly Rows free;
    private readonly Rows ends;
    private readonly Rows starts;

    /// <param name="any">Of each place, the place reached by any one word; 0 where none is.</param>
    /// <param name="inGap">Of each place, whether it is within or at the end of a gap.</param>
    /// <param name="firsts">Where phrases begin.</param>
    /// <param name="laid">As <see cref="Pairs"/>: place, word, place it leads to; place, place reached without a word; place, meaning of the phrase that ends there.</param>
    public PhraseNetwork(int[] any, bool[] inGap, List<int> firsts, (List<ulong> Words, List<ulong> Free, List<ulong> Ends) laid)
    {
        (this.any, this.inGap) = (any, inGap);
        to = new int[laid.Words.Count];
        words = new(any.Length, laid.Words, to);
        free = new(any.Length, laid.Free);
        ends = new(any.Length, laid.Ends);
        starts = Starts(firsts);
    }

    public int Count => any.Length;

    /// <summary>The place reached by any one word; 0 where none is.</summary>
    public int Any(int place) => any[place];

    /// <summary>Within or at the end of a gap: a full stop ends it.</summary>
    public bool InGap(int place) => inGap[place];

    /// <summary>Places reached without a word.</summary>
    public ReadOnlySpan<int> Free(int place) => free[place];

    /// <summary>The numbers of the meanings of phrases that end here.</summary>
    public ReadOnlySpan<int> Ends(int place) => ends[place];

    public bool LeadsOn(int place) => any[place] != 0 || words[place].Length > 0;

    /// <summary>The place that a word leads to; 0 where it leads to none.</summary>
    public int Next(int place, int word) => words.Find(place, word) is >= 0 and var at ? to[at] : 0;

    /// <summary>The places that a first word leads to.</summary>
    public ReadOnlySpan<int> StartsWith(int word) => starts[word];

    private Rows Starts(List<int> firsts)
    {
        var found = new List<ulong>();
        var seen = new bool[any.Length];
        var most = 0;
        void Reach(int place)
        {
            if (seen[place])
                return;
            seen[place] = true;
            foreach (var word in words[place])
            {
                most = Math.Max(most, word);
                found.Add(Pairs.Of(word, to[words.Find(place, word)]));
            }

            foreach (var next in free[place])
                Reach(next);
        }

        firsts.ForEach(Reach);
        return new(most + 1, found);
    }
}
