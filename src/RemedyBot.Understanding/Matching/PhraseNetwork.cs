namespace RemedyBot.Understanding.Matching;

/// <summary>What a finished phrase says, as a number that its lists give it; with <paramref name="Except"/> that its words do not say it.</summary>
internal readonly record struct Meaning(int What, bool Except);

/// <summary>
/// All phrases of one language as one network of places and words between them. Flat: a list behind each of its many thousand places
/// would take most of the room and most of the time.
/// </summary>
internal sealed class PhraseNetwork
{
    private readonly (int Any, bool InGap)[] places;
    private readonly Rows<int> free;
    private readonly Rows<Meaning> ends;
    private readonly Rows<int> words;
    private readonly Rows<int> to;
    private readonly Rows<int> starts;

    public PhraseNetwork(List<Place> laid, IEnumerable<int> firsts)
    {
        places = [.. laid.Select(place => (place.Any, place.InGap))];
        free = new(laid.Select(place => place.Free));
        ends = new(laid.Select(place => place.Ends));
        words = new(laid.Select(place => place.Words.Keys.Order()));
        to = new(laid.Select(place => place.Words.OrderBy(word => word.Key).Select(word => word.Value)));
        starts = Starts(laid, firsts);
    }

    public int Count => places.Length;

    /// <summary>The place reached by any one word; 0 where none is.</summary>
    public int Any(int place) => places[place].Any;

    /// <summary>Within or at the end of a gap: a full stop ends it.</summary>
    public bool InGap(int place) => places[place].InGap;

    /// <summary>Places reached without a word.</summary>
    public ReadOnlySpan<int> Free(int place) => free[place];

    public ReadOnlySpan<Meaning> Ends(int place) => ends[place];

    public bool LeadsOn(int place) => places[place].Any != 0 || words[place].Length > 0;

    /// <summary>The place that a word leads to; 0 where it leads to none.</summary>
    public int Next(int place, int word) => words[place].BinarySearch(word) is >= 0 and var at ? to[place][at] : 0;

    /// <summary>The places that a first word leads to.</summary>
    public ReadOnlySpan<int> StartsWith(int word) => starts[word];

    private static Rows<int> Starts(List<Place> laid, IEnumerable<int> firsts)
    {
        var found = new List<List<int>>();
        var seen = new HashSet<int>();
        void Reach(int place)
        {
            if (!seen.Add(place))
                return;
            foreach (var (word, to) in laid[place].Words)
            {
                while (found.Count <= word)
                    found.Add([]);
                found[word].Add(to);
            }

            laid[place].Free.ForEach(Reach);
        }

        foreach (var first in firsts)
            Reach(first);
        return new(found);
    }

    /// <summary>Lists of many owners in one array.</summary>
    private sealed class Rows<T>
    {
        private readonly int[] begins;
        private readonly T[] all;

        public Rows(IEnumerable<IEnumerable<T>> rows)
        {
            var ends = new List<int> { 0 };
            var values = new List<T>();
            foreach (var row in rows)
            {
                values.AddRange(row);
                ends.Add(values.Count);
            }

            (begins, all) = ([.. ends], [.. values]);
        }

        public ReadOnlySpan<T> this[int owner] => owner < begins.Length - 1 ? all.AsSpan(begins[owner]..begins[owner + 1]) : [];
    }
}
