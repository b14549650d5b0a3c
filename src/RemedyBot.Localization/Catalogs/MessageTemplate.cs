using System.Text;

namespace RemedyBot.Localization.Catalogs;

/// <summary>A text taken apart at its placeholders: <c>{name}</c>; <c>{{</c> and <c>}}</c> stand for braces.</summary>
internal sealed class MessageTemplate
{
    private readonly (string Literal, string? Name)[] _parts;

    private MessageTemplate((string, string?)[] parts, bool isValid)
    {
        _parts = parts;
        IsValid = isValid;
        Names = [.. _parts.Where(p => p.Name is not null).Select(p => p.Name!)];
    }

    /// <summary>No lone brace, no format, no spaces inside braces.</summary>
    public bool IsValid { get; }

    /// <summary>In the order of the text, repeated where they are.</summary>
    public IReadOnlyList<string> Names { get; }

    public static MessageTemplate Parse(string text)
    {
        if (text.AsSpan().IndexOfAny('{', '}') < 0)
            return new MessageTemplate([(text, null)], true);
        var parts = new List<(string, string?)>();
        var literal = new StringBuilder();
        var valid = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '{' or '}' && i + 1 < text.Length && text[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '{' && NameAt(text, i + 1) is { } name)
            {
                parts.Add((literal.ToString(), name));
                literal.Clear();
                i += name.Length + 1;
            }
            else
            {
                valid &= c is not ('{' or '}');
                literal.Append(c);
            }
        }

        if (literal.Length > 0)
            parts.Add((literal.ToString(), null));
        return new MessageTemplate([.. parts], valid);
    }

    /// <param name="value">The value of a placeholder, or null where there is none: then its name stays, so that it is seen in tests.</param>
    public string Render(Func<string, string?> value)
    {
        if (_parts is [(var only, null)])
            return only;
        var result = new StringBuilder();
        foreach (var (literal, name) in _parts)
        {
            result.Append(literal);
            if (name is not null)
                result.Append(value(name) ?? $"{{{name}}}");
        }

        return result.ToString();
    }

    private static string? NameAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || (end > start && (char.IsAsciiDigit(text[end]) || text[end] == '_'))))
            end++;
        return end > start && end < text.Length && text[end] == '}' ? text[start..end] : null;
    }
}
