using System.Globalization;

namespace RemedyBot.Understanding.Matching;

/// <summary>Reads one phrase of a list; the syntax is described in the room's README.</summary>
internal sealed class PhraseParser
{
    private const int Deepest = 8;

    private readonly PhraseSyntax syntax;
    private readonly string text;
    private readonly int depth;
    private int at;

    private PhraseParser(PhraseSyntax syntax, string text, int depth) => (this.syntax, this.text, this.depth) = (syntax, text, depth);

    /// <exception cref="FormatException">The phrase breaks the syntax; the message is for the list's author.</exception>
    public static IReadOnlyList<PhrasePart> Parse(string text, PhraseSyntax syntax) => Parse(text, syntax, 0);

    private static List<PhrasePart> Parse(string text, PhraseSyntax syntax, int depth)
    {
        if (depth > Deepest)
            throw new FormatException("names or brackets stand too deep in one another");
        var parser = new PhraseParser(syntax, text, depth);
        var parts = parser.Sequence();
        if (parser.at < text.Length)
            throw new FormatException("a bracket is closed that was not opened");
        if (parts.All(part => part.Optional || part is GapPart))
            throw new FormatException("the phrase would match anything");
        return parts;
    }

    private List<PhrasePart> Sequence()
    {
        var parts = new List<PhrasePart>();
        while (at < text.Length && text[at] is not (')' or '|'))
        {
            switch (text[at])
            {
                case ' ':
                    at++;
                    break;
                case '(':
                    at++;
                    parts.Add(Choice());
                    break;
                case '<':
                    Name(parts);
                    break;
                default:
                    Words(parts);
                    break;
            }
        }

        return parts;
    }

    private ChoicePart Choice()
    {
        if (depth + 1 > Deepest)
            throw new FormatException("names or brackets stand too deep in one another");
        var options = new List<IReadOnlyList<PhrasePart>>();
        var open = at;
        for (var level = 0; ; at++)
        {
            if (at == text.Length)
                throw new FormatException("a bracket is not closed");
            level += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (level < 0 || (level == 0 && text[at] == '|'))
            {
                options.Add(Parse(text[open..at], syntax, depth + 1));
                open = at + 1;
            }

            if (level < 0)
                break;
        }

        at++;
        return new ChoicePart(options, Question());
    }

    private void Name(List<PhrasePart> parts)
    {
        var close = text.IndexOf('>', at);
        if (close < 0)
            throw new FormatException("a name is not closed with >");
        var name = text[(at + 1)..close];
        at = close + 1;
        if (Range(name) is { } range)
        {
            parts.Add(range with { Optional = Question() });
            return;
        }

        var options = syntax.Named(name, word => Parse(word, syntax, depth + 1));
        parts.Add(new ChoicePart(options, Question()));
    }

    private static NumberPart? Range(string name)
    {
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !int.TryParse(name[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            || !int.TryParse(name[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var to))
            return null;
        return new NumberPart(from, to, false);
    }

    private bool Question()
    {
        if (at >= text.Length || text[at] != '?')
            return false;
        at++;
        return true;
    }

    private void Words(List<PhrasePart> parts)
    {
        var end = at;
        while (end < text.Length && text[end] is not (' ' or '(' or ')' or '|' or '<'))
            end++;
        var word = text[at..end];
        at = end;
        if (word == "...")
        {
            parts.Add(new GapPart());
            return;
        }

        var optional = word.EndsWith('?');
        word = word.TrimEnd('?');
        var stem = word.EndsWith('*');
        var folded = syntax.Words(word.TrimEnd('*'), stem);
        if (folded.Length == 0)
            throw new FormatException("a word has no letters");
        if (stem && folded[^1].Length < 2)
            throw new FormatException("a stem needs two letters at least");
        var into = optional && folded.Length > 1 ? [] : parts;
        for (var index = 0; index < folded.Length; index++)
            into.Add(new WordPart(folded[index], stem && index == folded.Length - 1, optional && folded.Length == 1));
        if (into != parts)
            parts.Add(new ChoicePart([into], true));
    }
}
