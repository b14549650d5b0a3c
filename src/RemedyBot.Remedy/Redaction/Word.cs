namespace RemedyBot.Remedy.Redaction;

/// <summary>One word of a text, as the name rules look at it.</summary>
/// <param name="Opens">The first word of a sentence, where a capital says nothing.</param>
internal readonly record struct Word(string Text, string Folded, TextSpan Span, bool Opens)
{
    public bool IsNumber => Text.All(char.IsDigit);

    /// <summary>A capital and then small letters; shouting is no sign of a name.</summary>
    public bool IsCapital => char.IsUpper(Text[0]) && (Text.Length == 1 || Text.Any(char.IsLower));

    /// <summary>Written in a script without capitals.</summary>
    public bool HasNoCase => !char.IsUpper(Text[0]) && !char.IsLower(Text[0]) && char.IsLetter(Text[0]);

    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        var opens = true;
        for (var i = 0; i < text.Length;)
        {
            if (!IsPart(text, i))
            {
                opens |= text[i] is '.' or '!' or '?' or '\n' or ':' or '…' or '¿' or '¡' or '؟' or '"' or '“' or '«' or '•';
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && IsPart(text, i))
                i++;
            var word = text[start..i];
            words.Add(new Word(word, FoldedText.Fold(word), new TextSpan(start, i - start), opens));
            opens = false;
        }
        return words;
    }

    /// <summary>Letters, digits and marks; an apostrophe or hyphen only between letters (O'Neill, Jean-Luc).</summary>
    private static bool IsPart(string text, int i)
    {
        var c = text[i];
        if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            return true;
        return c is '-' or '\'' or '’' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
    }
}
