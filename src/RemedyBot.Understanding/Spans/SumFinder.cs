using System.Globalization;
using RemedyBot.Understanding.Folding;
using RemedyBot.Understanding.Lists;

namespace RemedyBot.Understanding.Spans;

/// <summary>Finds sums of money: a number in any script's digits beside a currency's sign or one of the listed words.</summary>
internal sealed class SumFinder
{
    private const int LongestNumber = 15;
    private const int LongestWord = 24;
    private const int MostTimes = 2;

    // "US$", "Rs."
    private const int LongestShort = 4;

    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);
    private readonly HashSet<string> times = new(StringComparer.Ordinal);

    public SumFinder(IEnumerable<WordLists> lists)
    {
        foreach (var money in lists.Select(list => list.Money))
        {
            foreach (var phrase in money.GetValueOrDefault("words", []))
                (phrase.Text.EndsWith('*') ? stems : words).UnionWith(Folded(phrase.Text));
            foreach (var phrase in money.GetValueOrDefault("times", []))
                times.UnionWith(Folded(phrase.Text));
        }
    }

    /// <summary>Where the sums stand in the text.</summary>
    public IEnumerable<(int Start, int End)> Find(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = NumberEnd(text, at);
            if (end - at <= LongestNumber && Sum(text, at, end) is { } sum)
            {
                yield return sum;
                end = sum.End;
            }

            at = end;
        }
    }

    private (int Start, int End)? Sum(string text, int start, int end)
    {
        if (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '+' or '#' or '_') && Before(text, start) == start)
            return null;
        var (reach, after) = (end, 0);
        for (var count = 0; count < MostTimes && WordAt(text, reach) is { } word && times.Contains(word.Text); count++)
        {
            reach = word.End;
            after = Names(word.Text) ? reach : after;
        }

        if (IsMoney(text, reach, out var last))
            after = last;
        var before = Before(text, start);
        return after > 0 || before < start ? (before, Math.Max(after, before < start ? reach : 0)) : null;
    }

    /// <summary>Digits, and the marks between them: "2.500,50", "٢٬٥٠٠", "1 500".</summary>
    private static int NumberEnd(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsDigit(text[end]) || (Separates(text[end]) && IsDigit(text, end + 1)) || IsThousand(text, end)))
            end++;
        return end;
    }

    private static bool Separates(char mark) => mark is '.' or ',' or '\'' or '\u066B' or '\u066C' or '\u00A0' or '\u202F';

    private static bool IsThousand(string text, int at) =>
        text[at] == ' ' && IsDigit(text, at + 1) && IsDigit(text, at + 2) && IsDigit(text, at + 3) && !IsDigit(text, at + 4);

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsDigit(text[at]);

    private bool IsMoney(string text, int at, out int end)
    {
        var sign = at < text.Length && text[at] == ' ' ? at + 1 : at;
        end = sign + 1;
        if (sign < text.Length && IsSign(text[sign]))
            return true;
        end = 0;
        if (WordAt(text, at) is not { } word || !Names(word.Text))
            return false;
        end = word.End;
        return true;
    }

    /// <summary>Where a sign or word before the number begins; the number's own start where there is none.</summary>
    private int Before(string text, int start)
    {
        var end = start > 0 && text[start - 1] == ' ' ? start - 1 : start;
        var dotted = end > 0 && text[end - 1] == '.';
        end -= dotted ? 1 : 0;
        var first = end;
        while (first > 0 && end - first < LongestWord && (char.IsLetter(text[first - 1]) || IsSign(text[first - 1])))
            first--;
        if (first == end || (dotted && end - first > LongestShort))
            return start;
        if (IsSign(text[end - 1]))
            return end - first <= LongestShort ? first : end - 1;
        return (first == 0 || !char.IsDigit(text[first - 1])) && Folded(text[first..end]) is [var word] && Names(word) ? first : start;
    }

    private static (string Text, int End)? WordAt(string text, int at)
    {
        var start = at < text.Length && text[at] == ' ' ? at + 1 : at;
        var end = start;
        while (end < text.Length && end - start < LongestWord && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            end++;
        return end > start && Folded(text[start..end]) is [var word] ? (word, end) : null;
    }

    private bool Names(string word)
    {
        if (words.Contains(word))
            return true;
        for (var length = word.Length; length > 1; length--)
        {
            if (stems.Contains(word[..length]))
                return true;
        }

        return false;
    }

    private static bool IsSign(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol;

    private static List<string> Folded(string text) => TextFolder.Fold(text.TrimEnd('*')).ConvertAll(token => token.Text);
}
