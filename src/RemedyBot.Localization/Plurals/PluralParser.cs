using System.Globalization;

namespace RemedyBot.Localization.Plurals;

/// <summary>Recursive descent over the C expressions of <c>Plural-Forms</c>: <c>n ?: || &amp;&amp; == != &lt; &gt; &lt;= &gt;= + - * / % ! ( )</c>.</summary>
internal sealed class PluralParser
{
    private const int MaxLength = 2000;
    private const int MaxDepth = 100;
    private const int MaxForms = 10;

    private static readonly string[][] Levels =
        [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];

    private readonly string _text;
    private int _at;
    private int _depth;

    private PluralParser(string text) => _text = text;

    public static PluralRule? Parse(string header)
    {
        if (header.Length > MaxLength || Field(header, "nplurals") is not { } count || Field(header, "plural") is not { } expression
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var forms) || forms is < 1 or > MaxForms)
            return null;
        try
        {
            var parser = new PluralParser(expression);
            var form = parser.Conditional();
            parser.Blanks();
            return parser._at == expression.Length ? new PluralRule(header, forms, form) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? Field(string header, string name)
    {
        foreach (var part in header.Split(';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).Trim().SequenceEqual(name))
                return part[(equals + 1)..].Trim();
        }

        return null;
    }

    private Func<long, long> Conditional()
    {
        if (++_depth > MaxDepth)
            throw new FormatException();
        var test = Binary(0);
        if (Take("?"))
        {
            var yes = Conditional();
            if (!Take(":"))
                throw new FormatException();
            var no = Conditional();
            _depth--;
            return n => test(n) != 0 ? yes(n) : no(n);
        }

        _depth--;
        return test;
    }

    private Func<long, long> Binary(int level)
    {
        if (level == Levels.Length)
            return Unary();
        var left = Binary(level + 1);
        while (Array.Find(Levels[level], Take) is { } sign)
            left = Combine(sign, left, Binary(level + 1));
        return left;
    }

    private Func<long, long> Unary()
    {
        if (Take("!"))
        {
            if (++_depth > MaxDepth)
                throw new FormatException();
            var operand = Unary();
            _depth--;
            return n => operand(n) == 0 ? 1 : 0;
        }

        if (Take("("))
        {
            var inner = Conditional();
            return Take(")") ? inner : throw new FormatException();
        }

        return Take("n") ? n => n : Number();
    }

    private Func<long, long> Number()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            _at++;
        return int.TryParse(_text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? _ => value
            : throw new FormatException();
    }

    private static Func<long, long> Combine(string sign, Func<long, long> a, Func<long, long> b) => sign switch
    {
        "||" => n => a(n) != 0 || b(n) != 0 ? 1 : 0,
        "&&" => n => a(n) != 0 && b(n) != 0 ? 1 : 0,
        "==" => n => a(n) == b(n) ? 1 : 0,
        "!=" => n => a(n) != b(n) ? 1 : 0,
        "<=" => n => a(n) <= b(n) ? 1 : 0,
        ">=" => n => a(n) >= b(n) ? 1 : 0,
        "<" => n => a(n) < b(n) ? 1 : 0,
        ">" => n => a(n) > b(n) ? 1 : 0,
        "+" => n => unchecked(a(n) + b(n)),
        "-" => n => unchecked(a(n) - b(n)),
        "*" => n => unchecked(a(n) * b(n)),
        "/" => n => b(n) is > 0 and var divisor ? a(n) / divisor : 0,
        _ => n => b(n) is > 0 and var divisor ? a(n) % divisor : 0,
    };

    private bool Take(string sign)
    {
        Blanks();
        if (!_text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
            return false;
        // "!" must not eat the first half of "!=".
        if (sign == "!" && _text.AsSpan(_at).StartsWith("!=", StringComparison.Ordinal))
            return false;
        _at += sign.Length;
        return true;
    }

    private void Blanks()
    {
        while (_at < _text.Length && (_text[_at] is ' ' or '\t'))
            _at++;
    }
}
