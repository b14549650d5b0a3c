namespace RemedyBot.Understanding.Matching;

/// <summary>A phrase found: the first word and the one after the last.</summary>
internal readonly record struct Found(Meaning Meaning, int Start, int End);

/// <summary>Walks a text through the network, all phrases at once, each place held at most once a word.</summary>
internal sealed class NetworkRun(PhraseNetwork network, ReadText text, Marks marks)
{
    public List<Found> Found { get; } = [];

    public void Walk()
    {
        for (var at = 0; at < text.Count; at++)
        {
            marks.Next();
            var words = text.Words(at);
            var ends = text.Ends(at);
            foreach (var one in marks.Now)
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

            marks.Turn();
        }

        marks.Clear();
    }

    private void Leave(Held one, int at, ReadOnlySpan<int> words)
    {
        // Nor does it leap over a "not".
        if (network.Any(one.Place) is not 0 and var any && !text.Ends(at) && !text.IsNegator(at))
            Hold(any, one.Start, at, true);
        foreach (var word in words)
        {
            if (network.Next(one.Place, word) is not 0 and var to)
                Hold(to, one.Start, at, false);
        }
    }

    private void Hold(int place, int start, int at, bool inGap)
    {
        if (!marks.Mark(place))
            return;
        foreach (var number in network.Ends(place))
            Found.Add(new Found(Meaning.Of(number), start, at + 1));
        var loose = inGap || network.InGap(place);
        if (network.LeadsOn(place))
            marks.Coming.Add(new Held(place, start, loose));
        foreach (var free in network.Free(place))
            Hold(free, start, at, loose);
    }
}
