using System.Globalization;

namespace RemedyBot.Channels.Activities;

/// <summary>A long text as several messages: parted between lines, else between sentences, else between words; never within a word that fits a message.</summary>
public static class TextParts
{
    // In every script that we speak, and those that are near.
    private const string SentenceEnds = ".?!؟。！？।۔…";

    private static readonly Func<string, IEnumerable<string>>[] Cuts = [Lines, Sentences, Words, Letters];

    /// <param name="fits">Whether so much is one message.</param>
    public static IReadOnlyList<string> Of(string text, Func<string, bool> fits) =>
        fits(text) ? [text] : [.. Gathered(text, fits, 0).Select(p => p.Trim('\n', ' ')).Where(p => p.Length > 0)];

    /// <summary>Pieces, each as long as it may be.</summary>
    private static IEnumerable<string> Gathered(string text, Func<string, bool> fits, int cut)
    {
        var open = "";
        foreach (var piece in Cuts[cut](text))
        {
            if (fits((open + piece).TrimEnd('\n', ' ')))
            {
                open += piece;
                continue;
            }
            if (open.Length > 0)
                yield return open;
            open = piece;
            if (fits(piece.TrimEnd('\n', ' ')) || cut == Cuts.Length - 1)
                continue;
            var smaller = Gathered(piece, fits, cut + 1).ToList();
            foreach (var done in smaller.SkipLast(1))
                yield return done;
            open = smaller[^1];
        }
        if (open.Length > 0)
            yield return open;
    }

    private static IEnumerable<string> Lines(string text) => After(text, (t, i) => t[i] == '\n');

    private static IEnumerable<string> Sentences(string text) => After(text, (t, i) => t[i] == ' ' && i > 0 && SentenceEnds.Contains(t[i - 1], StringComparison.Ordinal));

    private static IEnumerable<string> Words(string text) => After(text, (t, i) => char.IsWhiteSpace(t[i]));

    private static IEnumerable<string> Letters(string text)
    {
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
            yield return letters.GetTextElement();
    }

    private static IEnumerable<string> After(string text, Func<string, int, bool> ends)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!ends(text, i))
                continue;
            yield return text[from..(i + 1)];
            from = i + 1;
        }
        if (from < text.Length)
            yield return text[from..];
    }
}
