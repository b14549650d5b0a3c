using System.Globalization;
using System.Text;

namespace RemedyBot.Localization.Bidi;

/// <summary>Makes typed text safe to keep and to show beside other text.</summary>
public static class CleanText
{
    // The one character beside lone surrogates that cannot be normalised.
    private const char Noncharacter = '\uFFFE';

    /// <summary>Lone surrogates become U+FFFD; controls but line break and tab, direction overrides and needless invisible characters go; NFC.</summary>
    public static string Of(string text)
    {
        if (IsPlain(text))
            return text;
        var source = WithoutLoneSurrogates(text);
        var result = new StringBuilder(source.Length);
        var previous = default(Rune);
        var runes = source.EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            if (Goes(runes[i]) || (IsJoiner(runes[i].Value) && !(NeedsJoiners(previous) || NeedsJoiners(Next(runes, i)))))
                continue;
            result.Append(runes[i].ToString());
            previous = runes[i];
        }

        // Normalising can only be done once the lone surrogates are gone, and does not bring any of the above back.
        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    internal static string WithoutLoneSurrogates(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]) && text[i] != Noncharacter)
                continue;
            if (text[i] != Noncharacter && i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return string.Concat(text.EnumerateRunes().Select(r => r.Value == Noncharacter ? "\uFFFD" : r.ToString()));
        }

        return text;
    }

    /// <summary>ZWNJ and ZWJ.</summary>
    internal static bool IsJoiner(int value) => value is 0x200C or 0x200D;

    /// <summary>Arabic, Indic and South-East Asian letters and emoji join or part with joiners; Latin, Greek, Cyrillic and Hebrew do not.</summary>
    internal static bool NeedsJoiners(Rune rune) =>
        rune.Value is >= 0x600 and < 0x10A0 or >= 0x1780 and < 0x1900 or >= 0x1CD0 and < 0x1D00 or >= 0xA800 and < 0xAC00
            or >= 0x2600 and < 0x27C0 or 0xFE0F or >= 0x1F000 and < 0x1FB00 or 0x640;

    internal static bool IsOverride(int value) => value is >= 0x202A and <= 0x202E;

    internal static bool IsIsolate(int value) => value is >= 0x2066 and <= 0x2069;

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is >= '\u007F' or < ' ' and not ('\n' or '\t'))
                return false;
        }

        return true;
    }

    private static bool Goes(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not ('\n' or '\t'))
        || IsOverride(rune.Value) || IsIsolate(rune.Value)
        || rune.Value is 0x200B or 0x200E or 0x200F or 0x061C or 0x2060 or 0xFEFF or 0xAD or 0x180E or >= 0x206A and <= 0x206F
            or >= 0x2061 and <= 0x2064 or >= 0xFFF9 and <= 0xFFFB or >= 0xE0000 and <= 0xE001F;

    private static Rune Next(Rune[] runes, int index) => index + 1 < runes.Length ? runes[index + 1] : default;
}
