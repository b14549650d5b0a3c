namespace RemedyBot.Understanding.Matching;

/// <summary>Lays phrases into a network: places by number, and what leads from one to another as pairs, each in one number.</summary>
internal sealed class NetworkBuilder(Vocabulary vocabulary)
{
    private const int GapWords = 4;
    private const int MostPlaces = 400;

    private readonly List<int> firsts = [];
    private readonly List<ulong> words = [];
    private readonly List<ulong> free = [];
    private readonly List<ulong> ends = [];

    // Of each place: where any one word leads, and whether it is within or at the end of a gap.
    private readonly List<int> any = [0];
    private readonly List<bool> inGap = [false];

    /// <returns>Whether the phrase was taken; a phrase with too many alternatives is not.</returns>
    public bool Add(IReadOnlyList<PhrasePart> phrase, Meaning meaning)
    {
        var before = any.Count;
        var first = NewPlace();
        var last = Sequence(phrase, first);
        if (any.Count - before > MostPlaces)
            return false;
        firsts.Add(first);
        ends.Add(Pairs.Of(last, meaning.Number));
        return true;
    }

    /// <summary>Finished once every phrase stands.</summary>
    public PhraseNetwork Close()
    {
        vocabulary.Close();
        return new([.. any], [.. inGap], firsts, new(words, free, ends));
    }

    private int Sequence(IReadOnlyList<PhrasePart> parts, int from)
    {
        foreach (var part in parts)
        {
            var to = Part(part, from);
            if (part.Optional)
                free.Add(Pairs.Of(from, to));
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
                inGap[end] = true;
                free.Add(Pairs.Of(from, end));
                for (var count = 0; count < GapWords; count++)
                {
                    var next = NewPlace();
                    any[from] = next;
                    free.Add(Pairs.Of(next, end));
                    from = next;
                }

                return end;
        }
    }

    private int Choice(ChoicePart choice, int from)
    {
        // A place of its own, so that words of the options and of what went before do not mix.
        var begin = NewPlace();
        free.Add(Pairs.Of(from, begin));
        var end = NewPlace();
        foreach (var option in choice.Options)
        {
            var id = option is [WordPart { Optional: false } word] ? Id(word) : option is [NumberPart number] ? vocabulary.Number(number.From, number.To) : 0;
            if (id != 0)
            {
                words.Add(Pairs.Of(begin, id, end));
                continue;
            }

            var branch = NewPlace();
            free.Add(Pairs.Of(begin, branch));
            free.Add(Pairs.Of(Sequence(option, branch), end));
        }

        return end;
    }

    private int Step(int from, int id)
    {
        var to = NewPlace();
        words.Add(Pairs.Of(from, id, to));
        return to;
    }

    private int NewPlace()
    {
        any.Add(0);
        inGap.Add(false);
        return any.Count - 1;
    }

    private int Id(WordPart word) => word.Stem ? vocabulary.Stem(word.Word) : vocabulary.Word(word.Word);
}
