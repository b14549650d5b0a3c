using System.Globalization;
using System.Text;

namespace RemedyBot.Understanding.Folding;

/// <summary>Brings characters to one form: no accents, no case, no decoration, one letter for each family of Arabic letters.</summary>
internal static class CharacterFolder
{
    private const char Tatweel = '\u0640';

    /// <summary>Well-formed, decomposed, without marks and invisible characters. Marks go first, so that no long run of them has to be put in order.</summary>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var kept = new StringBuilder(text.Length);
        Span<char> letters = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsApostrophe(rune))
                kept.Append('\'');
            else if (rune.Value is 0xFFFE or 0xFFFF)
                kept.Append('\uFFFD');
            else if (!IsInvisible(rune))
                kept.Append(letters[..rune.EncodeToUtf16(letters)]);
        }

        return kept.ToString().Normalize(NormalizationForm.FormKD);
    }

    public static bool IsInvisible(Rune rune) =>
        !IsIndicSign(rune.Value) && (rune.Value == Tatweel || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol && rune.Value != '`' && rune.Value != '^');

    public static bool IsEmoji(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol && rune.Value != 0xFFFD;

    /// <summary>The folded letter or digit; nothing where the rune is neither.</summary>
    public static string Letter(Rune rune)
    {
        if (rune.Value >= Letters.Length)
            return Fold(rune);
        return Letters[rune.Value] ??= Fold(rune);
    }

    // Of the scripts that most messages are written in, each letter is folded once.
    private static readonly string?[] Letters = new string?[0x1000];

    private static string Fold(Rune rune)
    {
        if (rune.IsAscii)
            return Rune.IsLetterOrDigit(rune) ? AsciiLetters[rune.Value] : string.Empty;
        if (Special(rune.Value) is { } special)
            return special;
        if (Rune.IsLetter(rune) || IsIndicSign(rune.Value))
            return Rune.ToLowerInvariant(rune).ToString();
        var digit = Rune.GetNumericValue(rune);
        return Rune.IsDigit(rune) && digit is >= 0 and <= 9 ? AsciiLetters['0' + (int)digit] : string.Empty;
    }

    private static readonly string[] AsciiLetters = [.. Enumerable.Range(0, 128).Select(code => char.ToLowerInvariant((char)code).ToString())];

    // In the scripts of India vowels are marks, and no word is the same without them; the dot below is often left out.
    private static bool IsIndicSign(int value) => value is (>= 0x900 and <= 0x903) or (>= 0x93A and <= 0x94F and not 0x93C) or (>= 0x962 and <= 0x963);

    private static bool IsApostrophe(Rune rune) => rune.Value is '`' or 0xB4 or 0x2018 or 0x2019 or 0x201B or 0x2BC or 0x2BB or 0x2B9 or 0x2032 or 0xFF07;

    private static string? Special(int value) => value switch
    {
        0xDF or 0x1E9E => "ss",
        0xE6 or 0xC6 => "ae",
        0x153 or 0x152 => "oe",
        0xF8 or 0xD8 => "o",
        0x142 or 0x141 => "l",
        0x111 or 0x110 or 0xF0 => "d",
        0x131 or 0x130 => "i",
        0x621 => "",                                                  // hamza alone: often left out
        0x622 or 0x623 or 0x625 or 0x671 => "\u0627",                  // alef
        0x649 or 0x626 or 0x6CC or 0x6D2 => "\u064A",                  // ya, alef maqsura, Persian ya
        0x624 => "\u0648",                                            // waw
        0x629 or 0x6C1 or 0x6BE or 0x6D5 => "\u0647",                  // ta marbuta and ha
        0x6A9 or 0x6AF or 0x6AA => "\u0643",                           // kaf, gaf
        0x686 => "\u062C",
        0x67E => "\u0628",
        0x6A4 => "\u0641",
        _ => null,
    };
}
