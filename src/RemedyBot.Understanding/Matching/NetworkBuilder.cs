namespace RemedyBot.Understanding.Matching;

/// <summary>Lays phrases into a network.</summary>
internal sealed class NetworkBuilder(Vocabulary vocabulary)
{
    private const int GapWords = 4;
    private const int MostPlaces = 400;

    private readonly List<int> firsts = [];

    private readonly List<Place> places = [new()];

    /// <returns>Whether the phrase was taken; a phrase with too many alternatives is not.</returns>
    public bool Add(IReadOnlyList<PhrasePart> phrase, Meaning meaning)
    {
        var before = places.Count;
        var first = NewPlace();
        var last = Sequence(phrase, first);
        if (places.Count - before > MostPlaces)
            return false;
        firsts.Add(first);
        if (!places[last].Ends.Contains(meaning))
            places[last].Ends.Add(meaning);
        return true;
    }

    /// <summary>Finished once every phrase stands.</summary>
    public PhraseNetwork Close()
    {
        vocabulary.Close();
        return new(places, firsts);
    }

    private int Sequence(IReadOnlyList<PhrasePart> parts, int from)
    {
        foreach (var part in parts)
        {
            var to = Part(part, from);
            if (part.Optional)
                places[from].Free.Add(to);
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
                var end = NewPlace();
                places[end].InGap = true;
                places[from].Free.Add(end);
                for (var count = 0; count < GapWords; count++)
                {
                    var next = NewPlace();
                    places[from].Any = next;
                    places[next].Free.Add(end);
                    from = next;
                }

                return end;
        }
    }

    private int Choice(ChoicePart choice, int from)
    {
        // A place of its own, so that words of the options and of what went before do not mix.
        var begin = NewPlace();
        places[from].Free.Add(begin);
        var end = NewPlace();
        foreach (var option in choice.Options)
        {
            var id = option is [WordPart { Optional: false } word] ? Id(word) : option is [NumberPart number] ? vocabulary.Number(number.From, number.To) : 0;
            if (id != 0)
            {
                places[begin].Words[id] = end;
                continue;
            }

            var branch = NewPlace();
            places[begin].Free.Add(branch);
            places[Sequence(option, branch)].Free.Add(end);
        }

        return end;
    }

    private int Step(int from, int id)
    {
        var to = NewPlace();
        places[from].Words[id] = to;
        return to;
    }

    private int NewPlace()
    {
        places.Add(new Place());
        return places.Count - 1;
    }

    private int Id(WordPart word) => word.Stem ? vocabulary.Stem(word.Word) : vocabulary.Word(word.Word);
}
