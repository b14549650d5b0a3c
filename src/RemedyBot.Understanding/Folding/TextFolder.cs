using System.Text;

namespace RemedyBot.Understanding.Folding;

/// <summary>Turns any text into folded words, in one pass.</summary>
internal sealed class TextFolder
{
    public const int LongestWord = 40;

    // Far beyond any message; of a text made to be slow, the beginning and the end are read.
    private const int FirstWords = 24_000;
    private const int LastWords = 8_000;

    private static readonly HashSet<string> Contractions = new(["m", "s", "t", "d", "ll", "re", "ve"], StringComparer.Ordinal);
    private static readonly HashSet<string> Pronouns = new(["i", "you", "he", "she", "it", "we", "they", "that", "who", "there", "what"], StringComparer.Ordinal);

    private readonly List<Token> tokens = [];
    private readonly StringBuilder word = new();
    private Gap gap;
    private int letters;
    private int run;
    private bool stretched;
    private bool afterApostrophe;

    private TextFolder()
    {
    }

    public static List<Token> Fold(string text)
    {
        var folder = new TextFolder();
        folder.Read(CharacterFolder.Plain(text));
        if (folder.tokens.Count > FirstWords + LastWords)
            folder.tokens.RemoveRange(FirstWords, folder.tokens.Count - FirstWords - LastWords);
        return SpacedLetters.Join(folder.tokens);
    }

    private void Read(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            at += length;
            if (!rune.IsAscii && CharacterFolder.IsInvisible(rune))
                continue;
            var next = at < text.Length ? text[at] : ' ';
            var letter = CharacterFolder.Letter(rune);
            if (letter.Length > 0)
                Add(letter);
            else if (rune.Value == 0x621)
                continue;
            else if (word.Length > 0 && (char.IsLetterOrDigit(next) || next == '*') && Inside(rune.Value) is { } inside)
                Add(inside);
            else
                Separate(rune, next);
        }

        Flush();
    }

    // r@pe, $uicide, k*ll: signs that stand for a letter within a word.
    private static string? Inside(int value) => value switch { '@' => "a", '$' => "s", '*' => "*", _ => null };

    private void Add(string letter)
    {
        letters++;
        if (letters > LongestWord)
            return;
        run = word.Length > 0 && letter.Length == 1 && word[^1] == letter[0] && !char.IsAsciiDigit(letter[0]) ? run + 1 : 1;
        stretched |= run >= 3;
        word.Append(letter);
    }

    private void Separate(Rune rune, char next)
    {
        var apostrophe = rune.Value == '\'' && word.Length > 0 && char.IsLetter(next);
        var initials = rune.Value == '.' && word.Length == 1 && char.IsLetter(next);
        Flush();
        if (apostrophe)
        {
            afterApostrophe = true;
            return;
        }

        if (CharacterFolder.IsEmoji(rune))
        {
            tokens.Add(new Token(rune.ToString(), gap));
            gap = Gap.None;
        }

        var between = initials ? Gap.None : Between(rune.Value);
        if (between > gap)
            gap = between;
    }

    private static Gap Between(int value) => value switch
    {
        '.' or '!' or '?' or 0x61F or 0x6D4 or 0x2026 or 0xBF or 0xA1 => Gap.Sentence,
        ',' or ';' or ':' or '\n' or '\r' or '(' or ')' or '"' or 0x60C or 0x61B or 0x2013 or 0x2014 or 0x2028 or 0x2029 or 0xAB or 0xBB or 0x201C or 0x201D => Gap.Clause,
        _ => Gap.None,
    };

    private void Flush()
    {
        if (word.Length > 0)
        {
            var text = word.ToString();
            if (Contracts(text))
                tokens[^1] = tokens[^1] with { Text = tokens[^1].Text + text, Stretched = tokens[^1].Stretched || stretched };
            else
                tokens.Add(new Token(text, gap, stretched));
            gap = Gap.None;
        }

        word.Clear();
        (letters, run, stretched, afterApostrophe) = (0, 0, false, false);
    }

    // "I'm" and "I m" become "im", "don't" and "don t" become "dont"; "j'ai" and "j ai" both stay two words.
    private bool Contracts(string text)
    {
        if (tokens.Count == 0 || gap != Gap.None || !Contractions.Contains(text))
            return false;
        var before = tokens[^1].Text;
        return afterApostrophe || (before == "i" ? text is "m" or "ll" or "ve" : Pronouns.Contains(before)) || (text == "t" && before.Length > 2 && before[^1] == 'n');
    }
}
