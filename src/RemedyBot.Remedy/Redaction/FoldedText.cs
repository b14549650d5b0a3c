using System.Globalization;
using System.Text;

namespace RemedyBot.Remedy.Redaction;

/// <summary>A text without capitals and accents that knows where each of its letters came from.</summary>
internal sealed class FoldedText
{
    /// <summary>One-letter words that Arabic writes onto the next: and, so, with, for, as.</summary>
    private const string ArabicPrefixes = "وفبلك";

    private readonly int[] origin;

    public FoldedText(string text)
    {
        Original = text;
        var folded = new StringBuilder(text.Length);
        var from = new List<int>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            foreach (var c in FoldUnit(text.AsSpan(i, length)))
            {
                folded.Append(c);
                from.Add(i);
            }
            i += length;
        }
        from.Add(text.Length);
        Folded = folded.ToString();
        origin = [.. from];
    }

    public string Original { get; }

    public string Folded { get; }

    public static string Fold(string text) => new FoldedText(text.Trim()).Folded;

    /// <summary>Each place where the words stand whole, whatever capitals and accents.</summary>
    public IEnumerable<TextSpan> Occurrences(string words)
    {
        var sought = Fold(words);
        if (sought.Length == 0)
            yield break;
        for (var at = Folded.IndexOf(sought, StringComparison.Ordinal); at >= 0;)
        {
            var end = at + sought.Length;
            if (StartsWord(at) && EndsWord(end))
            {
                var start = origin[at];
                yield return new TextSpan(start, EndOf(end) - start);
                at = Folded.IndexOf(sought, end, StringComparison.Ordinal);
            }
            else
            {
                at = Folded.IndexOf(sought, at + 1, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Marks that follow the last letter belong to it.</summary>
    private int EndOf(int end) => origin[end];

    private bool StartsWord(int at) =>
        at == 0 || !IsWord(Folded[at]) || !IsWord(Folded[at - 1])
        || (ArabicPrefixes.Contains(Folded[at - 1], StringComparison.Ordinal) && (at == 1 || !IsWord(Folded[at - 2])));

    private bool EndsWord(int end) => end == Folded.Length || !IsWord(Folded[end]) || !IsWord(Folded[end - 1]);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static string FoldUnit(ReadOnlySpan<char> unit)
    {
        if (unit.Length == 1 && char.IsSurrogate(unit[0]))
            return unit.ToString();
        if (unit[0] == '’')
            return "'";
        var parts = unit.ToString().Normalize(NormalizationForm.FormD).ToLowerInvariant();
        return string.Concat(parts.Where(c => CharUnicodeInfo.GetUnicodeCategory(c)
            is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)));
    }
}
