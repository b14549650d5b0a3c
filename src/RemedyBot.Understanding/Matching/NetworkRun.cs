namespace RemedyBot.Understanding.Matching;

/// <summary>A phrase found: the first word and the one after the last.</summary>
internal readonly record struct Found(Meaning Meaning, int Start, int End);

/// <summary>Walks a text through the network, all phrases at once, each place held at most once a word.</summary>
internal sealed class NetworkRun(PhraseNetwork network, ReadText text, Marks marks)
{
    private readonly record struct Held(int Place, int Start, bool InGap);

    private List<Held> held = [];
    private List<Held> next = [];

    public List<Found> Found { get; } = [];

    public void Walk()
    {
        for (var at = 0; at < text.Count; at++)
        {
            marks.Next();
            next.Clear();
            var words = text.Words(at);
            var ends = text.Ends(at);
            foreach (var one in held)
            {
                // A gap does not reach over a full stop.
                if (!(ends && one.InGap))
                    Leave(one, at, words);
            }

            foreach (var word in words)
            {
                foreach (var place in network.StartsWith(word))
                    Hold(place, at, at, false);
            }

            (held, next) = (next, held);
        }
    }

    private void Leave(Held one, int at, ReadOnlySpan<int> words)
    {
        var place = network[one.Place];
        // Nor does it leap over a "not".
        if (place.Any != 0 && !text.Ends(at) && !text.IsNegator(at))
            Hold(place.Any, one.Start, at, true);
        if (place.Words.Count == 0)
            return;
        foreach (var word in words)
        {
            if (place.Words.TryGetValue(word, out var to))
                Hold(to, one.Start, at, false);
        }
    }

    private void Hold(int place, int start, int at, bool inGap)
    {
        if (!marks.Mark(place))
            return;
        var reached = network[place];
        foreach (var meaning in reached.Ends)
            Found.Add(new Found(meaning, start, at + 1));
        var loose = inGap || reached.InGap;
        if (reached.Any != 0 || reached.Words.Count > 0)
            next.Add(new Held(place, start, loose));
        foreach (var free in reached.Free)
            Hold(free, start, at, loose);
    }
}
