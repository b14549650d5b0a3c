using System.Text;
using RemedyBot.Understanding.Features;
using RemedyBot.Understanding.Folding;

namespace RemedyBot.Understanding.Languages;

/// <summary>Letters by which near languages differ: what folding makes into others (Urdu and Arabic, Azerbaijani and Turkish), and Cyrillic beyond the Russian alphabet.</summary>
internal static class OwnLetters
{
    private const int EnoughLetters = 2_000;
    private const byte Common = 1;
    private const byte Own = 2;

    // Of the scripts that most messages are written in, each letter is looked at once.
    private static readonly byte[] Known = new byte[0x2000];

    /// <summary>Adds one feature for each such letter, each time it stands.</summary>
    public static void Read(string text, List<uint> features)
    {
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, EnoughLetters)))
        {
            if (!char.IsAscii(letter) && letter < Known.Length && IsOwn(letter))
                features.Add(Hashing.OfLetters(Hashing.Add(Hashing.Own, char.ToLowerInvariant(letter))));
        }
    }

    private static bool IsOwn(char letter)
    {
        if (Known[letter] == 0)
            Known[letter] = Tells(letter) ? Own : Common;
        return Known[letter] == Own;
    }

    private static bool Tells(char letter)
    {
        if (!char.IsLetter(letter))
            return false;
        if (letter is > 'я' and <= '\u052F')
            return true;
        var lower = char.ToLowerInvariant(letter).ToString();
        return CharacterFolder.Plain(lower) is not [var plain] || CharacterFolder.Letter(new Rune(plain)) != lower;
    }
}
