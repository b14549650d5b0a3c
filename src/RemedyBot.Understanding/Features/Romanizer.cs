using System.Text;

namespace RemedyBot.Understanding.Features;

/// <summary>Writes Russian and Hindi words as people type them in Latin letters, so that both ways of writing learn from each other.</summary>
internal static class Romanizer
{
    private static readonly string[] Cyrillic =
    [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "c", "ch", "sh", "sh", "", "y", "", "e", "yu", "ya",
    ];

    private static readonly string[] Consonants =
    [
        "k", "kh", "g", "gh", "n", "ch", "ch", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n", "p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh", "s", "h",
    ];

    /// <summary>The word in Latin letters, or null where it is of another script.</summary>
    public static string? Of(string word) => word[0] switch
    {
        >= 'а' and <= 'я' => Russian(word),
        >= '\u0904' and <= '\u0939' => Hindi(word),
        _ => null,
    };

    private static string Russian(string word)
    {
        var latin = new StringBuilder(word.Length + 4);
        foreach (var letter in word)
            latin.Append(letter is >= 'а' and <= 'я' ? Cyrillic[letter - 'а'] : letter.ToString());
        return latin.ToString();
    }

    private static string Hindi(string word)
    {
        var latin = new StringBuilder(word.Length + 8);
        for (var at = 0; at < word.Length; at++)
        {
            if (word[at] is not (>= '\u0915' and <= '\u0939'))
            {
                latin.Append(Vowel(word[at]));
                continue;
            }

            latin.Append(Consonants[word[at] - '\u0915']);
            // A consonant followed by another is spoken with a short a between them; at the end of a word it is not.
            if (at + 1 < word.Length && word[at + 1] is (>= '\u0915' and <= '\u0939') or '\u0902')
                latin.Append('a');
        }

        return latin.ToString();
    }

    private static string Vowel(char sign) => sign switch
    {
        '\u0905' or '\u0906' or '\u093E' => "a",
        '\u0907' or '\u0908' or '\u093F' or '\u0940' => "i",
        '\u0909' or '\u090A' or '\u0941' or '\u0942' => "u",
        '\u090F' or '\u0947' => "e",
        '\u0910' or '\u0948' => "ai",
        '\u0913' or '\u094B' or '\u0911' or '\u0949' => "o",
        '\u0914' or '\u094C' => "au",
        '\u0901' or '\u0902' => "n",
        '\u0903' => "h",
        '\u090B' or '\u0943' => "ri",
        _ => "",
    };
}
