using System.Text;

namespace RemedyBot.Pages.Chat;

/// <summary>Recognises a case code that was typed, so that it is never shown again.</summary>
public static class CodeShape
{
    private const int FewestDigits = 20;
    private const int FewestTried = 5;
    private const int Whole = 25;

    public static bool Fits(string text) => Digits(text) >= FewestDigits;

    /// <summary>Digits and no words, more than an answer's number and fewer than a code has.</summary>
    public static bool IsPart(string text) => Digits(text) is >= FewestTried and < Whole;

    /// <summary>How many digits there are; none where letters stand beside them.</summary>
    private static int Digits(string text)
    {
        var digits = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsDigit(rune)) digits++;
            else if (Rune.IsLetter(rune)) return 0;
        }

        return digits;
    }
}
