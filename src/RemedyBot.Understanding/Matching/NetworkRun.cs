namespace RemedyBot.Understanding.Matching;

/// <summary>A phrase found: the first word and the one after the last.</summary>
internal readonly record struct Found(Meaning Meaning, int Start, int End);

/// <summary>Walks a text through the network, all phrases at once, each place held at most once a word.</summary>
internal sealed class NetworkRun(PhraseNetwork network, ReadText text)
{
    private readonly int[] heldAt = new int[network.Count];
    private List<(int Place, int Start)> held = [];
    private List<(int Place, int Start)> next = [];

    public List<Found> Found { get; } = [];

    public void Walk()
    {
        Array.Fill(heldAt, -1);
        for (var at = 0; at < text.Count; at++)
        {
            next.Clear();
            var words = text.Words(at);
            foreach (var (place, start) in held)
                Leave(network[place], start, at, words);
            foreach (var word in words)
            {
                foreach (var place in network.StartsWith(word))
                    Hold(place, at, at);
            }

            (held, next) = (next, held);
        }
    }

    private void Leave(Place place, int start, int at, ReadOnlySpan<int> words)
    {
        // A gap ends at a full stop and does not leap over a "not".
        if (place.Any != 0 && !text.Ends(at) && !text.IsNegator(at))
            Hold(place.Any, start, at);
        if (place.Words.Count == 0)
            return;
        foreach (var word in words)
        {
            if (place.Words.TryGetValue(word, out var to))
                Hold(to, start, at);
        }
    }

    private void Hold(int place, int start, int at)
    {
        if (heldAt[place] == at)
            return;
        heldAt[place] = at;
        var reached = network[place];
        foreach (var meaning in reached.Ends)
            Found.Add(new Found(meaning, start, at + 1));
        if (reached.Any != 0 || reached.Words.Count > 0)
            next.Add((place, start));
        foreach (var free in reached.Free)
            Hold(free, start, at);
    }
}
