namespace RemedyBot.Understanding.Matching;

/// <summary>Lays phrases into a network.</summary>
internal sealed class NetworkBuilder(Vocabulary vocabulary)
{
    private const int GapWords = 4;
    private const int MostPlaces = 400;

    private readonly List<int> firsts = [];

    public PhraseNetwork Network { get; } = new();

    /// <returns>Whether the phrase was taken; a phrase with too many alternatives is not.</returns>
    public bool Add(IReadOnlyList<PhrasePart> phrase, Meaning meaning)
    {
        var before = Network.Count;
        var first = Network.NewPlace();
        var last = Sequence(phrase, first);
        if (Network.Count - before > MostPlaces)
            return false;
        firsts.Add(first);
        if (!Network[last].Ends.Contains(meaning))
            Network[last].Ends.Add(meaning);
        return true;
    }

    public PhraseNetwork Close()
    {
        Network.Close(firsts);
        return Network;
    }

    private int Sequence(IReadOnlyList<PhrasePart> parts, int from)
    {
        foreach (var part in parts)
        {
            var to = Part(part, from);
            if (part.Optional)
                Network[from].Free.Add(to);
            from = to;
        }

        return from;
    }

    private int Part(PhrasePart part, int from)
    {
        switch (part)
        {
            case WordPart word:
                return Step(from, Id(word));
            case NumberPart number:
                return Step(from, vocabulary.Number(number.From, number.To));
            case ChoicePart choice:
                return Choice(choice, from);
            default:
                var end = Network.NewPlace();
                Network[end].InGap = true;
                Network[from].Free.Add(end);
                for (var count = 0; count < GapWords; count++)
                {
                    var next = Network.NewPlace();
                    Network[from].Any = next;
                    Network[next].Free.Add(end);
                    from = next;
                }

                return end;
        }
    }

    private int Choice(ChoicePart choice, int from)
    {
        // A place of its own, so that words of the options and of what went before do not mix.
        var begin = Network.NewPlace();
        Network[from].Free.Add(begin);
        var end = Network.NewPlace();
        foreach (var option in choice.Options)
        {
            var id = option is [WordPart { Optional: false } word] ? Id(word) : option is [NumberPart number] ? vocabulary.Number(number.From, number.To) : 0;
            if (id != 0)
            {
                Network[begin].Words[id] = end;
                continue;
            }

            var branch = Network.NewPlace();
            Network[begin].Free.Add(branch);
            Network[Sequence(option, branch)].Free.Add(end);
        }

        return end;
    }

    private int Step(int from, int id)
    {
        var to = Network.NewPlace();
        Network[from].Words[id] = to;
        return to;
    }

    private int Id(WordPart word) => word.Stem ? vocabulary.Stem(word.Word) : vocabulary.Word(word.Word);
}
