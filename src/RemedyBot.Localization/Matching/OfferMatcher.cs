namespace RemedyBot.Localization.Matching;

/// <summary>Finds the one choice that a text stands for.</summary>
internal sealed class OfferMatcher
{
    private const int ShortestPrefix = 4;
    private const int ShortestSlip = 5;

    private readonly IReadOnlyList<Offer> _offers;
    private readonly AnswerWords _words;

    public OfferMatcher(IReadOnlyList<Offer> offers, AnswerWords words)
    {
        _offers = offers;
        _words = words;
    }

    /// <param name="loose">Also the beginning of a title, or one slip of the finger.</param>
    public string? Match(string text, bool loose)
    {
        var trimmed = text.Trim();
        if (Only(i => string.Equals(_offers[i].Value, trimmed, StringComparison.OrdinalIgnoreCase)) is { } value)
            return value;
        var folded = Folding.Fold(text);
        // "-1" is no first choice; the mark before it would be folded away.
        if (folded.Length == 0 || trimmed is ['-' or '\u2013' or '\u2212', var digit, ..] && char.IsDigit(digit))
            return null;
        return Exact(folded) ?? (_words.WithoutPoliteness(folded) is var plain && plain != folded ? Exact(plain) : null) ?? (loose ? Near(folded) : null);
    }

    private string? Exact(string folded) =>
        Only(i => _offers[i].FoldedValue == folded) ?? Title(folded) ?? Numbered(folded) ?? Only(i => _words.Means(folded, _offers[i].Value));

    // Two languages may use one word for different choices; the conversation's own language, first of the titles, decides.
    private string? Title(string folded) =>
        Only(i => _offers[i].FoldedTitles.Length > 0 && _offers[i].FoldedTitles[0] == folded) ?? Only(i => Array.IndexOf(_offers[i].FoldedTitles, folded) >= 0);

    private string? Numbered(string folded) =>
        _words.Number(folded) is >= 1 and var number && number <= _offers.Count ? _offers[number - 1].Value : null;

    private string? Near(string folded)
    {
        if (folded.Length >= ShortestPrefix && Only(i => _offers[i].FoldedTitles.Any(t => Begins(t, folded))) is { } begun)
            return begun;
        return folded.Length < ShortestSlip ? null
            : Only(i => _offers[i].FoldedTitles.Any(t => t.Length >= ShortestSlip && EditDistance.IsOne(folded, t)));
    }

    private static bool Begins(string title, string start) =>
        title.Length > start.Length && title.StartsWith(start, StringComparison.Ordinal) && title[start.Length] == ' ';

    private string? Only(Func<int, bool> fits)
    {
        string? found = null;
        for (var i = 0; i < _offers.Count; i++)
        {
            if (!fits(i))
                continue;
            if (found is not null)
                return null;
            found = _offers[i].Value;
        }

        return found;
    }
}
