using RemedyBot.Localization.Checks;

namespace RemedyBot.Localization.Catalogs;

/// <summary>Reads PO strictly: what gettext's tools would refuse or guess at is a finding, never a guess of ours.</summary>
internal sealed class PoReader
{
    private const int MaxFindings = 20;

    private readonly ContentFile _file;
    private readonly List<PoEntry> _entries = [];
    private readonly List<Finding> _findings = [];
    private PoEntryBuilder _current = new();
    private PoEntry? _header;
    private int _line;

    private PoReader(ContentFile file) => _file = file;

    public static PoFile Read(ContentFile file)
    {
        var reader = new PoReader(file);
        reader.Encoding();
        foreach (var line in file.Content.Split('\n'))
        {
            reader._line++;
            reader.Line(line.TrimEnd('\r').TrimEnd(' ', '\t'));
        }

        reader.Finish();
        if (reader._header is null)
            reader.Error("F01", "The header entry is missing: begin the file with msgid \"\" and its Language and Plural-Forms lines, or run `localize sync`.", 1);
        return new PoFile(file.Path, reader._header, reader._entries, reader._findings);
    }

    private void Encoding()
    {
        if (_file.Content.StartsWith('\uFEFF'))
            Error("F01", "The file begins with a byte order mark: save it as UTF-8 without BOM.", 1);
        var bad = _file.Content.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (bad >= 0)
            Error("F01", "The file is not UTF-8: save it as UTF-8.", 1 + _file.Content.AsSpan(0, bad).Count('\n'));
        var feeds = _file.Content.AsSpan().Count('\n');
        var pairs = _file.Content.AsSpan().Count("\r\n");
        if (_file.Content.AsSpan().Count('\r') != pairs || (pairs > 0 && pairs != feeds))
            Error("F01", "Line endings are mixed: save the file with LF only.", 1);
    }

    private void Line(string line)
    {
        if (line.Length == 0 || line == "\uFEFF")
            Finish();
        else if (IsConflict(line))
            Error("F02", "A merge conflict was left here: keep one side and delete the marker lines.", _line);
        else if (line[0] == '#' || line.StartsWith("\uFEFF#", StringComparison.Ordinal))
            Comment(line.TrimStart('\uFEFF'));
        else if (line[0] == '"')
            Continue(line);
        else
            Keyword(line.TrimStart('\uFEFF'));
    }

    private static bool IsConflict(string line) =>
        line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith("=======", StringComparison.Ordinal)
        || line.StartsWith(">>>>>>>", StringComparison.Ordinal) || line.Contains("#-#-#-#-#", StringComparison.Ordinal);

    private void Comment(string line)
    {
        if (line.StartsWith("#~", StringComparison.Ordinal))
        {
            Finish();
            return;
        }

        if (_current.HasStrings)
            Finish();
        _current.Begin(_line);
        var rest = line.Length > 2 ? line[2..] : "";
        switch (line.Length > 1 ? line[1] : ' ')
        {
            case '.':
                _current.Extracted.Add(rest.TrimStart(' '));
                break;
            case ':':
                _current.References.AddRange(rest.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                break;
            case ',':
                _current.Flags.AddRange(rest.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                break;
            case '|':
                Previous(rest.TrimStart(' '));
                break;
            default:
                _current.Comments.Add(line[1..].TrimStart(' '));
                break;
        }
    }

    private void Previous(string rest)
    {
        if (rest.StartsWith('"'))
            Continue(rest);
        else if (Split(rest) is var (word, value) && !_current.Start($"|{word}", value))
            Error("F01", "This #| line is not msgctxt, msgid or msgid_plural, or comes twice.", _line);
    }

    private void Keyword(string line)
    {
        if (Split(line) is not var (word, value))
            return;
        if ((word is "msgctxt" && _current.HasId) || (word is "msgid" && _current.HasStrings))
            Finish();
        _current.Begin(_line);
        if (!_current.Start(word, value))
            Error("F01", "Unexpected or repeated word: an entry is msgctxt, msgid, perhaps msgid_plural, then msgstr (or msgstr[0], msgstr[1] …).", _line);
    }

    private (string Word, string Value)? Split(string line)
    {
        var quote = line.IndexOf('"', StringComparison.Ordinal);
        if (quote < 0)
        {
            Error("F01", "A text in double quotes is missing in this line.", _line);
            return null;
        }

        return Unquote(line[quote..]) is { } value ? (line[..quote].TrimEnd(), value) : null;
    }

    private void Continue(string line)
    {
        if (Unquote(line) is { } value && !_current.Append(value))
            Error("F01", "This text belongs to nothing: a line with only a quoted text goes on from the line above.", _line);
    }

    private string? Unquote(string quoted)
    {
        if (PoString.Unquote(quoted) is { } value)
            return value;
        Error("F01", "The quotes are broken: a text begins and ends with \", and a \" or \\ inside it is written \\\" or \\\\.", _line);
        return null;
    }

    private void Finish()
    {
        var builder = _current;
        _current = new PoEntryBuilder();
        if (!builder.HasId && !builder.HasStrings && !builder.HasContext)
            return;
        if (builder.Build() is not { } entry)
        {
            Error("F01", "The entry is incomplete: it needs a msgid and a msgstr, or with msgid_plural msgstr[0], msgstr[1] … without gaps.", builder.Line);
        }
        else if (!entry.IsHeader)
        {
            _entries.Add(entry);
        }
        else if (_header is null && _entries.Count == 0)
        {
            _header = entry;
        }
        else
        {
            Error("F01", "A second header, or a header that is not first: keep one, at the top.", entry.Line);
        }
    }

    private void Error(string id, string message, int line)
    {
        if (_findings.Count < MaxFindings)
            _findings.Add(new Finding(id, Severity.Error, _file.Path, line, message));
    }
}
