using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RemedyBot.Localization.Dates;

/// <summary>Cuts a text into the longest phrases that a language knows.</summary>
internal static partial class DateLexer
{
    private static readonly DateToken[] NothingKnown = [DateToken.Unknown];
    private static readonly DateToken Dash = new() { Senses = DateSense.To | DateSense.Filler };

    /// <summary>The folded words of a part of the text, each with whether a dash stands before it, and one at the end.</summary>
    internal sealed record Pieces(List<(string Word, bool Dash)> Words, bool Dash);

    /// <param name="text">With ASCII digits.</param>
    /// <param name="order">Which of day and month comes first in numbers.</param>
    /// <param name="pieces">The text's parts as another language cut them already: they are the same in all.</param>
    public static List<DateToken> Read(string text, DateWords words, DateOrder order, Dictionary<string, Pieces> pieces)
    {
        var tokens = new List<DateToken>();
        if (text.AsSpan().ContainsAnyInRange('0', '9'))
            text = Clock().Replace(text, " ");
        var at = 0;
        foreach (Match match in NumericDate().Matches(text))
        {
            // 2023-2024 are two years.
            if (match.Groups[1].Length == 4 && match.Groups[3].Length == 4)
                continue;
            var readings = Numeric(match, order);
            // "2-3 weeks" is no date; 31/02/2026 is one that does not exist, and nothing else should be made of it.
            if (readings.Count == 0 && !match.Groups[4].Success && match.Groups[1].Length < 4 && match.Groups[3].Length < 4)
            {
                if (DayAndMonth(match, order) is not { } pair)
                    continue;
                AddWords(tokens, text[at..match.Index], words, pieces);
                tokens.AddRange(pair);
                at = match.Index + match.Length;
                continue;
            }

            AddWords(tokens, text[at..match.Index], words, pieces);
            tokens.Add(new DateToken { Numeric = readings });
            at = match.Index + match.Length;
        }

        AddWords(tokens, text[at..], words, pieces);
        return tokens;
    }

    [GeneratedRegex(@"(?<!\d)(\d{1,4})\s?([/.\-])\s?(\d{4}|\d{1,2})(?:\s?\2\s?(\d{4}|\d{1,2}))?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDate();

    // The hour says nothing about the day.
    [GeneratedRegex(@"\b\d{1,2}:\d{2}(:\d{2})?(\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]m\b|\b\d{1,2}h(\d{2})?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    // What parts words: white space of every kind, and dashes.
    private static readonly SearchValues<char> Gaps =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => char.IsWhiteSpace(c) || c is '-' or '–' or '—')]);

    private static List<DatePoint> Numeric(Match match, DateOrder order)
    {
        var (a, b) = (Value(match.Groups[1]), Value(match.Groups[3]));
        var aDigits = match.Groups[1].Length;
        List<DatePoint> readings = [];
        if (!match.Groups[4].Success)
        {
            if (aDigits == 4)
                readings.Add(new DatePoint(a, b));
            else if (match.Groups[3].Length == 4)
                readings.Add(new DatePoint(b, a));
            return [.. readings.Where(r => r.IsReal)];
        }

        var c = Value(match.Groups[4]);
        if (aDigits == 4)
        {
            readings.Add(new DatePoint(a, b, c));
        }
        else if (aDigits <= 2)
        {
            var year = match.Groups[4].Length == 4 ? c : 2000 + c;
            if (order != DateOrder.MonthFirst)
                readings.Add(new DatePoint(year, b, a));
            if (order != DateOrder.DayFirst)
                readings.Add(new DatePoint(year, a, b));
            // 3/25/2026 can only be read one way, whatever the language prefers.
            if (!readings.Exists(r => r.IsReal))
                readings.Add(order == DateOrder.DayFirst ? new DatePoint(year, a, b) : new DatePoint(year, b, a));
        }

        return [.. readings.Where(r => r.IsReal).Distinct()];
    }

    // 20/11, where it can be read in one way only.
    private static DateToken[]? DayAndMonth(Match match, DateOrder order)
    {
        var (a, b) = (Value(match.Groups[1]), Value(match.Groups[3]));
        if (match.Groups[2].Value != "/" || match.Groups[1].Length > 2 || (order == DateOrder.Either && a <= 12 && b <= 12 && a != b))
            return null;
        var dayFirst = order == DateOrder.Either ? a > 12 : (order == DateOrder.DayFirst ? b <= 12 : a > 12);
        var (day, month) = dayFirst ? (a, b) : (b, a);
        return day is >= 1 and <= 31 && month is >= 1 and <= 12 ? [new DateToken { Number = day }, new DateToken { Month = month }] : null;
    }

    private static int Value(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void AddWords(List<DateToken> tokens, string segment, DateWords words, Dictionary<string, Pieces> pieces)
    {
        if (!pieces.TryGetValue(segment, out var cut))
            pieces[segment] = cut = Cut(segment);
        for (var i = 0; i < cut.Words.Count;)
            i += Longest(tokens, cut.Words, i, words);
        if (cut.Dash)
            tokens.Add(Dash);
    }

    private static Pieces Cut(string segment)
    {
        var list = new List<(string Word, bool Dash)>();
        var dash = false;
        var rest = segment.AsSpan();
        while (rest.IndexOfAny(Gaps) is >= 0 and var gap)
        {
            AddWord(list, rest[..gap], ref dash);
            var end = rest[gap..].IndexOfAnyExcept(Gaps) is >= 0 and var length ? gap + length : rest.Length;
            dash |= rest[gap..end].IndexOfAny('-', '–', '—') >= 0;
            rest = rest[end..];
        }

        AddWord(list, rest, ref dash);
        return new(list, dash);
    }

    private static void AddWord(List<(string, bool)> list, ReadOnlySpan<char> piece, ref bool dash)
    {
        if (piece.IsEmpty)
            return;
        foreach (var word in DateWords.FoldPhrase(piece.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            list.Add((word, dash));
            dash = false;
        }
    }

    private static int Longest(List<DateToken> tokens, List<(string Word, bool Dash)> list, int start, DateWords words)
    {
        if (list[start].Dash)
            tokens.Add(Dash);
        for (var length = Math.Min(words.LongestFrom(list[start].Word), list.Count - start); length > 0; length--)
        {
            var phrase = length == 1 ? list[start].Word : string.Join(' ', list.Skip(start).Take(length).Select(w => w.Word));
            if (words.Phrase(phrase) is not { } token)
                continue;
            tokens.Add(token);
            return length;
        }

        tokens.AddRange(Single(list[start].Word, words));
        return 1;
    }

    private static DateToken[] Single(string word, DateWords words)
    {
        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? word.Length : end;
        if (digits == 4 && word.Length == 4 && words.IsHijri && HijriYear.Read(word) is { } hijri)
            return [new DateToken { Hijri = hijri }];
        if (digits is > 0 and <= 4 && (digits == word.Length || words.IsOrdinal(word.AsSpan(digits))))
        {
            var number = int.Parse(word.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture);
            return [digits == 4 && number is >= DatePoint.FirstYear and <= DatePoint.LastYear ? new DateToken { Year = number } : new DateToken { Number = number }];
        }

        // No date has such a number, and it must not go unnoticed either.
        if (digits == word.Length)
            return [new DateToken { Number = int.MaxValue }];
        // "3months", "2weeks"
        if (digits is > 0 and <= 3 && words.Phrase(word[digits..]) is { Unit: not null } unit)
            return [new DateToken { Number = int.Parse(word.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture) }, unit];
        if (word.Length > 2 && words.Prefix(word[0]) is not DateSense.None and var sense)
        {
            if (words.Phrase(word[1..]) is { } rest)
                return [new DateToken { Senses = sense }, rest];
            if (word[1..] is { Length: 4 } year && year.All(char.IsAsciiDigit))
                return [new DateToken { Senses = sense }, .. Single(year, words)];
        }

        return NothingKnown;
    }
}
