namespace RemedyBot.Remedy.Redaction;

/// <summary>Finds names and addresses by the words around them. Too much found costs a tap; too little may cost more.</summary>
internal static class NameRules
{
    public static IEnumerable<(FindKind Kind, TextSpan Span)> In(string text, NameLists lists)
    {
        var words = Word.Of(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (Address(words, i, lists, text) is { } address)
                yield return (FindKind.Address, address);
            var told = After(words, i, lists.NameCues);
            if (told > 0 && Told(words, told, lists, text) is { } name)
                yield return (FindKind.Name, name);
            var near = After(words, i, lists.RelationCues);
            if (near > 0 && near < words.Count && Looks(words[near], lists) && Together(words, near - 1, text))
                yield return (FindKind.Name, Extended(words, near, lists, text));
            if (Known(words[i], lists) || Capital(words[i], lists))
                yield return (FindKind.Name, Extended(words, i, lists, text));
        }
    }

    /// <summary>The index after a cue that begins here; 0 where none does.</summary>
    private static int After(List<Word> words, int at, IReadOnlyList<string[]> cues)
    {
        foreach (var cue in cues)
            if (at + cue.Length < words.Count && cue.Select((c, k) => words[at + k].Folded == c).All(same => same))
                return at + cue.Length;
        return 0;
    }

    /// <summary>After "my name is" the next word is the name, with a capital or without.</summary>
    private static TextSpan? Told(List<Word> words, int at, NameLists lists, string text)
    {
        if (words[at].IsNumber || !Together(words, at - 1, text))
            return null;
        if (words[at].IsCapital || words[at].HasNoCase)
            return Extended(words, at, lists, text);
        return lists.Joining.Contains(words[at].Folded) || lists.NotNames.Contains(words[at].Folded) ? null : Between(words, at, at);
    }

    private static bool Looks(Word word, NameLists lists) =>
        (word.IsCapital && !lists.NotNames.Contains(word.Folded)) || Known(word, lists);

    /// <summary>In a script with capitals a listed name may still be a plain word ("mark", "rosa") when written small.</summary>
    private static bool Known(Word word, NameLists lists) =>
        !char.IsLower(word.Text[0])
        && (lists.Names.Contains(word.Folded)
            || (word.HasNoCase && word.Folded.Length > 3 && "وفبلك".Contains(word.Folded[0], StringComparison.Ordinal) && lists.Names.Contains(word.Folded[1..]))
            || word.Folded.Split('-', '\'', '’').Any(lists.Names.Contains));

    private static bool Capital(Word word, NameLists lists) =>
        word.IsCapital && !word.Opens && word.Text.Length > 1 && !lists.NotNames.Contains(word.Folded)
        && !lists.Streets.Contains(word.Folded) && !word.Text.Any(char.IsDigit)
        && !lists.NotNames.Contains(word.Folded.Split('\'', '’')[0]);

    /// <summary>The given name and the family names after it, small joining words included.</summary>
    private static TextSpan Extended(List<Word> words, int at, NameLists lists, string text)
    {
        var last = at;
        for (var i = at + 1; i < words.Count && i <= at + 5 && Together(words, i - 1, text); i++)
        {
            if (words[i].IsCapital && !lists.NotNames.Contains(words[i].Folded))
                last = i;
            else if (words[i].HasNoCase && lists.Names.Contains(words[i].Folded))
                last = i;
            else if (!lists.Joining.Contains(words[i].Folded))
                break;
        }
        return Between(words, at, last);
    }

    private static TextSpan? Address(List<Word> words, int at, NameLists lists, string text)
    {
        if (!lists.Streets.Contains(words[at].Folded))
            return null;
        var first = at;
        while (first > 0 && first > at - 5 && Together(words, first - 1, text) && InAddress(words[first - 1]))
            first--;
        var last = at;
        for (var i = at + 1; i < words.Count && i <= at + 8 && Near(words, i - 1, text); i++)
        {
            if (InAddress(words[i]))
                last = i;
            else if (!lists.Joining.Contains(words[i].Folded) && !(words[i].HasNoCase && i <= at + 3))
                break;
            else if (words[i].HasNoCase)
                last = i;
        }
        return first == last ? null : Between(words, first, last);
    }

    private static bool InAddress(Word word) => word.IsCapital || char.IsDigit(word.Text[0]);

    /// <summary>Nothing but a space between this word and the next.</summary>
    private static bool Together(List<Word> words, int at, string text) =>
        at >= 0 && at + 1 < words.Count && text.AsSpan(words[at].Span.End, words[at + 1].Span.Start - words[at].Span.End).Trim(" ,:\"“«\u00a0").IsEmpty
        && words[at + 1].Span.Start - words[at].Span.End <= 2 && !text.AsSpan(words[at].Span.End, words[at + 1].Span.Start - words[at].Span.End).Contains(',');

    /// <summary>A comma may stand inside an address.</summary>
    private static bool Near(List<Word> words, int at, string text) =>
        text.AsSpan(words[at].Span.End, words[at + 1].Span.Start - words[at].Span.End).Trim(" ,#º°.\u00a0").IsEmpty;

    private static TextSpan Between(List<Word> words, int first, int last) =>
        new(words[first].Span.Start, words[last].Span.End - words[first].Span.Start);
}
