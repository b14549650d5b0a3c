using System.Globalization;
using System.Text;
using RemedyBot.Localization.Bidi;

namespace RemedyBot.Localization.Matching;

/// <summary>
/// Makes texts comparable however they were typed: case, accents, Arabic letter variants, punctuation, spacing and digits of any script.
/// For comparing only; folded text is never shown or kept.
/// </summary>
public static class Folding
{
    // A fold can expose something to fold again (a lower-case letter that decomposes); two rounds are usual, more are not.
    private const int Rounds = 4;
    private const int MaxOnStack = 256;

    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return Plain(text);
        var folded = Once(text);
        if (Ascii.IsValid(folded))
            return folded;
        for (var i = 0; i < Rounds; i++)
        {
            var again = Once(folded);
            if (string.Equals(again, folded, StringComparison.Ordinal))
                break;
            folded = again;
        }

        return folded;
    }

    /// <summary>Digits of any script as 0–9; everything else stays.</summary>
    public static string Digits(string text)
    {
        if (text.All(c => c < 0x80))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
                result.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else
                result.Append(rune.ToString());
        }

        return result.ToString();
    }

    // What Once makes of ASCII, of which most messages and titles are.
    private static string Plain(string text)
    {
        var buffer = text.Length <= MaxOnStack ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
                buffer[length++] = char.ToLowerInvariant(c);
            else if (!IsApostrophe(c) && length > 0 && buffer[length - 1] != ' ')
                buffer[length++] = ' ';
        }

        var folded = buffer[..length].TrimEnd(' ');
        return folded.SequenceEqual(text) ? text : folded.ToString();
    }

    private static string Once(string text)
    {
        var result = new StringBuilder(text.Length);
        var marksGo = true;
        var source = Ascii.IsValid(text) ? text : CleanText.WithoutLoneSurrogates(text).Normalize(NormalizationForm.FormKD);
        foreach (var rune in source.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            {
                if (!marksGo)
                    result.Append(rune.ToString());
                continue;
            }

            // Vowel signs of Indic and South-East Asian scripts are letters to their readers; accents before U+0900 are not.
            marksGo = rune.Value < 0x900;
            Append(result, rune, category);
        }

        var folded = result.ToString().TrimEnd(' ');
        return Ascii.IsValid(folded) ? folded : folded.Normalize(NormalizationForm.FormKC);
    }

    private static void Append(StringBuilder result, Rune rune, UnicodeCategory category)
    {
        switch (category)
        {
            case UnicodeCategory.DecimalDigitNumber:
                result.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                break;
            case UnicodeCategory.Format:
                break;
            case UnicodeCategory.ModifierLetter when rune.Value is 0x640 or 0x2BC:
                break;
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber:
                result.Append(Letter(Rune.ToLowerInvariant(rune)));
                break;
            default:
                if (!IsApostrophe(rune.Value) && result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
                break;
        }
    }

    private static string Letter(Rune rune) => rune.Value switch
    {
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'ς' => "σ",
        0x671 => "\u0627",
        0x649 or 0x6CC or 0x6D2 => "\u064A",
        0x629 or 0x6C1 or 0x6BE or 0x6D5 => "\u0647",
        0x6A9 or 0x6AA => "\u0643",
        _ => rune.ToString(),
    };

    private static bool IsApostrophe(int value) => value is '\'' or '`' or 0xB4 or 0x2018 or 0x2019 or 0x201B or 0x2032 or 0xFF07;
}
