namespace RemedyBot.Localization.Matching;

/// <summary>Reads an answer to a question with choices: by value, title in any language, number, usual words, or with a small slip.</summary>
public sealed class ChoiceReader
{
    private const int MaxSegments = 100;
    private const int MaxTitleSegments = 8;

    private static readonly char[] Separators = [',', '\n', '،', '、', '，', ';', '؛', '；'];

    private readonly AnswerWords _words;

    internal ChoiceReader(AnswerWords words) => _words = words;

    /// <param name="offers">In the order shown, numbered from 1.</param>
    /// <param name="many">Any of the choices, not one of them; then <c>+a</c> and <c>done</c> are understood too.</param>
    public ChoiceResult Read(string text, IReadOnlyList<Offer> offers, bool many = false)
    {
        var clean = text.Replace("\r", "", StringComparison.Ordinal).Trim();
        if (clean.Length == 0)
            return new ChoiceResult.NotUnderstood();
        var matcher = new OfferMatcher(offers, _words);
        if (many && clean[0] == '+' && matcher.Match(clean[1..], loose: true) is { } toggled)
            return new ChoiceResult.Toggle(toggled);
        if (matcher.Match(clean, loose: false) is { } exact)
            return new ChoiceResult.Picked([exact]);
        if (many && _words.IsDone(Folding.Fold(clean)))
            return new ChoiceResult.Done();
        if (many && List(clean, matcher) is { Count: > 0 } values)
            return new ChoiceResult.Picked(values);
        return matcher.Match(clean, loose: true) is { } near ? new ChoiceResult.Picked([near]) : new ChoiceResult.NotUnderstood();
    }

    /// <summary>What the whole text says in usual words of any language: <c>yes</c> or <c>no</c>; null where it says neither.</summary>
    public string? Answer(string text) => Folding.Fold(text) is var folded && _words.Means(folded, "yes") ? "yes" : _words.Means(folded, "no") ? "no" : null;

    /// <summary>Whether the whole text is one of the usual words of any language: yes, no, not sure.</summary>
    public bool IsPlain(string text) => _words.IsAnyAnswer(Folding.Fold(text));

    /// <summary>Whether the whole text says in any language that somebody does not know, or not any more.</summary>
    public bool IsUnknown(string text) => Folding.Fold(text) is var folded && (_words.Means(folded, "unknown") || _words.Means(_words.WithoutPoliteness(folded), "unknown"));

    /// <summary>What a few words come to where it is asked whether somebody is safe: <c>yes</c>, <c>no</c> or <c>unknown</c>; null for a story, and for anything else.</summary>
    /// <param name="calm">Whether "I am safe" is a no there.</param>
    /// <param name="plain">Whether the words say that and nothing else.</param>
    public string? OfSafety(string text, bool calm, out bool plain)
    {
        plain = true;
        if (_words.Safety.MeansNo(text, _words, calm))
            return "no";
        var folded = Folding.Fold(text);
        if (_words.Safety.IsPlainDoubt(folded))
            return "unknown";
        plain = false;
        return _words.Safety.BeginsWithYes(folded) ? "yes" : _words.Safety.IsDoubt(folded, _words) ? "unknown" : null;
    }

    /// <summary>Whether the whole text is what lists of choices are answered with: numbers, or <c>done</c>.</summary>
    public bool IsNumbers(string text)
    {
        var folded = Folding.Fold(text);
        return _words.IsDone(folded) || _words.Number(folded) is not null
            || (folded.Any(char.IsAsciiDigit) && folded.Split(' ').All(word => _words.IsAnd(word) || _words.Number(word) is not null));
    }

    private IReadOnlyList<string>? List(string text, OfferMatcher matcher)
    {
        var segments = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length > MaxSegments)
            return null;
        return segments.Length > 1 ? Segments(segments, matcher) : Joined(text, matcher);
    }

    // A title may hold a comma itself, so the longest run of segments that is a title counts as one.
    private IReadOnlyList<string>? Segments(string[] segments, OfferMatcher matcher)
    {
        var values = new List<string>();
        for (var start = 0; start < segments.Length;)
        {
            var taken = 0;
            for (var length = Math.Min(MaxTitleSegments, segments.Length - start); length > 0 && taken == 0; length--)
            {
                if (matcher.Match(string.Join(' ', segments, start, length), loose: length == 1) is not { } value)
                    continue;
                values.Add(value);
                taken = length;
            }

            if (taken == 0)
            {
                if (Joined(segments[start], matcher) is not { } several)
                    return null;
                values.AddRange(several);
                taken = 1;
            }

            start += taken;
        }

        return [.. values.Distinct(StringComparer.Ordinal)];
    }

    // "1 3", "2 and 4", "the first and the third"; and the "and" before the last of a list.
    private IReadOnlyList<string>? Joined(string text, OfferMatcher matcher)
    {
        var words = Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > MaxSegments)
            return null;
        if (words.All(w => w.All(char.IsAsciiDigit)))
            return All(words, matcher);
        var parts = new List<string> { "" };
        foreach (var word in words)
        {
            if (_words.IsAnd(word))
                parts.Add("");
            else
                parts[^1] = parts[^1].Length == 0 ? word : $"{parts[^1]} {word}";
        }

        parts.RemoveAll(p => p.Length == 0);
        return parts.Count > 1 || (parts.Count == 1 && _words.IsAnd(words[0])) ? All(parts, matcher) : null;
    }

    private static IReadOnlyList<string>? All(IReadOnlyList<string> parts, OfferMatcher matcher)
    {
        var values = parts.Select(p => matcher.Match(p, loose: false)).ToList();
        return values.Contains(null) ? null : [.. values.OfType<string>().Distinct(StringComparer.Ordinal)];
    }
}
