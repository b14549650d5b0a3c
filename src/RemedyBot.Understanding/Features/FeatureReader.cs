using RemedyBot.Understanding.Folding;

namespace RemedyBot.Understanding.Features;

/// <summary>The features of folded words: the words, pairs of them, and runs of two to five letters within a word and over its borders.</summary>
internal static class FeatureReader
{
    private const int LongestRun = 5;
    private const char Border = ' ';

    /// <summary>Adds the features of these words; one that occurs twice is added twice.</summary>
    public static void Read(ReadOnlySpan<Token> tokens, List<uint> features)
    {
        Span<char> buffer = stackalloc char[TextFolder.LongestWord + 2];
        uint before = 0;
        uint second = 0;
        foreach (var token in tokens)
        {
            var word = Plain(token.Text);
            var hash = Hashing.Of(word, Hashing.Word);
            features.Add(Hashing.OfWords(hash));
            if (before != 0)
                features.Add(Hashing.OfWords(Hashing.Join(Hashing.Pair, before, hash)));
            if (second != 0)
                features.Add(Hashing.OfWords(Hashing.Join(Hashing.Near, second, hash)));
            (second, before) = (before, hash);
            Letters(word, buffer, features);
            if (Romanizer.Of(word) is { Length: > 0 } latin)
            {
                features.Add(Hashing.OfWords(Hashing.Of(latin, Hashing.Word)));
                Letters(latin, buffer, features);
            }
        }
    }

    private static void Letters(string word, Span<char> buffer, List<uint> features)
    {
        var length = Math.Min(word.Length, TextFolder.LongestWord);
        var padded = buffer[..(length + 2)];
        padded[0] = padded[^1] = Border;
        word.AsSpan(0, length).CopyTo(padded[1..]);
        for (var start = 0; start < padded.Length; start++)
        {
            var hash = Hashing.Letters;
            for (var end = start; end < padded.Length && end - start < LongestRun; end++)
            {
                hash = Hashing.Add(hash, padded[end]);
                if (end > start)
                    features.Add(Hashing.OfLetters(hash));
            }
        }
    }

    /// <summary>A word as it is learned: a letter stretched to three or more stands once, a long number is only its length, the age of an adult only that.</summary>
    public static string Plain(string word)
    {
        if (!char.IsAsciiDigit(word[0]) || !word.All(char.IsAsciiDigit))
            return Variants.Unstretch(word);
        if (word.Length > 2)
            return Numbers[Math.Min(word.Length, Numbers.Length - 1)];
        // Two digits compare as text: what one 45 teaches, every other knows.
        return word.Length == 2 && string.CompareOrdinal(word, YoungestAdult) >= 0 ? OldestAdult : word;
    }

    private const string YoungestAdult = "18";
    private const string OldestAdult = "99";

    private static readonly string[] Numbers = ["", "0", "00", "000", "0000", "00000", "000000"];
}
