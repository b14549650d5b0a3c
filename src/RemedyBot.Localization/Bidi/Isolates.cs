using System.Text;

namespace RemedyBot.Localization.Bidi;

/// <summary>Keeps a value's direction from disturbing the sentence around it.</summary>
public static class Isolates
{
    private const char LeftToRight = '\u2066';
    private const char FirstStrong = '\u2068';
    private const char Pop = '\u2069';

    /// <summary>The value in an isolate whose direction its own first letter decides.</summary>
    public static string Wrap(string value) => $"{FirstStrong}{value}{Pop}";

    /// <summary>The value in a left-to-right isolate: phone numbers, codes, links.</summary>
    public static string WrapLeftToRight(string value) => $"{LeftToRight}{value}{Pop}";

    /// <summary>The text without isolates, for channels that show them as boxes or count them dear.</summary>
    public static string Strip(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u2066', '\u2069') < 0 ? text : string.Concat(text.Where(c => !CleanText.IsIsolate(c)));

    /// <summary>A letter of a script that is written from right to left.</summary>
    public static bool IsRightToLeft(Rune rune) =>
        rune.Value is >= 0x590 and < 0x900 or >= 0xFB1D and < 0xFE00 or >= 0xFE70 and < 0xFF00 or >= 0x10800 and < 0x11000 or >= 0x1E800 and < 0x1F000
        && Rune.IsLetter(rune);

    public static bool HasRightToLeft(string text) => text.EnumerateRunes().Any(IsRightToLeft);

    public static bool HasLeftToRight(string text) => text.EnumerateRunes().Any(r => Rune.IsLetter(r) && !IsRightToLeft(r));

    internal static bool AreBalanced(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            if (c is >= '\u2066' and <= '\u2068')
                depth++;
            else if (c == Pop && --depth < 0)
                return false;
        }

        return depth == 0;
    }

}
