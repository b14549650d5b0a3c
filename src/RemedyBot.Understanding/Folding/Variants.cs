using System.Text;

namespace RemedyBot.Understanding.Folding;

/// <summary>Other forms of a folded word under which a list may know it.</summary>
internal static class Variants
{
    // Digits and signs read as letters: su1cide, k1ll, s3lf.
    private const string Digits = "oizeasgtbg";

    /// <summary>The word with every run of a letter made one: "kiiilll" becomes "kil".</summary>
    public static string Squeeze(string word)
    {
        var squeezed = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (squeezed.Length == 0 || squeezed[^1] != letter)
                squeezed.Append(letter);
        }

        return squeezed.ToString();
    }

    public static bool IsDoubled(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (word[at] == word[at - 1])
                return true;
        }

        return false;
    }

    /// <summary>The word with every letter that stands three times or more made one: "helllp" becomes "help", "hello" stays.</summary>
    public static string Unstretch(string word)
    {
        var stretched = false;
        for (var at = 2; at < word.Length && !stretched; at++)
            stretched = word[at] == word[at - 1] && word[at] == word[at - 2];
        if (!stretched)
            return word;
        var plain = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var end = at + 1;
            while (end < word.Length && word[end] == word[at])
                end++;
            plain.Append(word[at], end - at == 2 ? 2 : 1);
            at = end;
        }

        return plain.ToString();
    }

    /// <summary>Digits within a word read as the letters they look like; null where there are none.</summary>
    public static string? Unleet(string word)
    {
        if (!word.AsSpan().ContainsAnyInRange('0', '9') || !word.Any(char.IsAsciiLetter))
            return null;
        return string.Concat(word.Select(letter => char.IsAsciiDigit(letter) ? Digits[letter - '0'] : letter));
    }

    /// <summary>"14yo" is 14 and yo, "im14" is im and 14; 0 where a word is not a number grown together with letters.</summary>
    public static int NumberBorder(string word)
    {
        var text = word.AsSpan();
        if (!text.ContainsAnyInRange('0', '9'))
            return 0;
        var leading = text.IndexOfAnyExceptInRange('0', '9');
        if (leading is 1 or 2 && !text[leading..].ContainsAnyInRange('0', '9'))
            return leading;
        var before = text.LastIndexOfAnyExceptInRange('0', '9') + 1;
        return text.Length - before is 1 or 2 && before > 0 && !text[..before].ContainsAnyInRange('0', '9') ? before : 0;
    }

    /// <summary>An Arabic word without the particles grown on to its front; the word itself not included.</summary>
    public static IEnumerable<string> WithoutParticles(string word)
    {
        if (!SpacedLetters.IsArabic(word))
            yield break;
        var bare = word;
        if (bare.Length > 3 && bare[0] is '\u0648' or '\u0641')
        {
            bare = bare[1..];
            yield return bare;
        }

        if (bare.Length > 4 && bare.StartsWith("\u0644\u0644", StringComparison.Ordinal))
            yield return bare[2..];
        if (bare.Length > 4 && bare.StartsWith("\u0627\u0644", StringComparison.Ordinal))
            yield return bare[2..];
        if (bare.Length <= 3 || bare[0] is not ('\u0628' or '\u0644' or '\u0643' or '\u0633' or '\u0647' or '\u062D'))
            yield break;
        bare = bare[1..];
        yield return bare;
        if (bare.Length > 4 && bare.StartsWith("\u0627\u0644", StringComparison.Ordinal))
            yield return bare[2..];
    }

    /// <summary>Whether one letter put in, left out, exchanged or swapped with its neighbour makes one word of the other.</summary>
    public static bool OneEdit(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length > other.Length)
            return OneEdit(other, one);
        if (other.Length - one.Length > 1)
            return false;
        var same = one.CommonPrefixLength(other);
        if (one.Length != other.Length)
            return one[same..].SequenceEqual(other[(same + 1)..]);
        if (same == one.Length || one[(same + 1)..].SequenceEqual(other[(same + 1)..]))
            return true;
        return same + 1 < one.Length && one[same] == other[same + 1] && one[same + 1] == other[same] && one[(same + 2)..].SequenceEqual(other[(same + 2)..]);
    }
}
