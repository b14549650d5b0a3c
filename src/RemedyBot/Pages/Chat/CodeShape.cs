using System.Text;

namespace RemedyBot.Pages.Chat;

/// <summary>Recognises a case code that was typed, so that it is never shown again.</summary>
public static class CodeShape
{
    private const int FewestDigits = 20;

    public static bool Fits(string text)
    {
        var digits = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsDigit(rune)) digits++;
            else if (Rune.IsLetter(rune)) return false;
        }

        return digits >= FewestDigits;
    }
}
