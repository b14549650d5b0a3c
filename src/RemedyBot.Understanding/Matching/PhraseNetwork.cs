using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Matching;

/// <summary>What a finished phrase says: a signal, or with <paramref name="Except"/> that its words are harmless.</summary>
internal readonly record struct Meaning(Signal Signal, bool Except);

/// <summary>All phrases of one language as one network of places and words between them.</summary>
internal sealed class PhraseNetwork
{
    private readonly List<Place> places = [new()];
    private readonly Dictionary<int, List<int>> starts = [];

    public int Count => places.Count;

    public Place this[int place] => places[place];

    public int NewPlace()
    {
        places.Add(new Place());
        return places.Count - 1;
    }

    /// <summary>Finished once every phrase stands: which places a first word leads to.</summary>
    public void Close(IEnumerable<int> firsts)
    {
        var seen = new HashSet<int>();
        foreach (var first in firsts)
            Reach(first, seen);
    }

    public IReadOnlyList<int> StartsWith(int word) => starts.TryGetValue(word, out var reached) ? reached : [];

    private void Reach(int place, HashSet<int> seen)
    {
        if (!seen.Add(place))
            return;
        foreach (var (word, to) in places[place].Words)
        {
            if (!starts.TryGetValue(word, out var reached))
                starts[word] = reached = [];
            reached.Add(to);
        }

        foreach (var free in places[place].Free)
            Reach(free, seen);
    }
}
