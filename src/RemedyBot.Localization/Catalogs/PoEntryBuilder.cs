using System.Globalization;
using System.Text;

namespace RemedyBot.Localization.Catalogs;

/// <summary>Gathers the lines of one entry.</summary>
internal sealed class PoEntryBuilder
{
    private readonly Dictionary<string, StringBuilder> _texts = new(StringComparer.Ordinal);
    private StringBuilder? _open;

    public int Line { get; private set; }

    public List<string> Comments { get; } = [];

    public List<string> Extracted { get; } = [];

    public List<string> References { get; } = [];

    public List<string> Flags { get; } = [];

    public bool HasContext => _texts.ContainsKey("msgctxt");

    public bool HasId => _texts.ContainsKey("msgid");

    public bool HasStrings { get; private set; }

    public void Begin(int line) => Line = Line == 0 ? line : Line;

    /// <returns>False where the word is unknown or comes twice.</returns>
    public bool Start(string word, string value)
    {
        _open = null;
        if (!IsWord(word) || (word is "msgctxt" && HasId) || (word is "msgid" or "msgid_plural" && HasStrings))
            return false;
        if (word.StartsWith("msgstr", StringComparison.Ordinal))
            HasStrings = true;
        _open = new StringBuilder(value);
        return _texts.TryAdd(word, _open);
    }

    public bool Append(string value)
    {
        _open?.Append(value);
        return _open is not null;
    }

    public PoEntry? Build()
    {
        if (Text("msgid") is not { } id || Strings() is not { } strings)
            return null;
        var previous = Text("|msgid") is { } was ? new PoSource(Text("|msgctxt"), was, Text("|msgid_plural")) : null;
        return new PoEntry
        {
            Line = Line,
            Comments = Comments,
            Extracted = Extracted,
            References = References,
            Flags = Flags,
            Previous = previous,
            Context = Text("msgctxt"),
            Id = id,
            Plural = Text("msgid_plural"),
            Strings = strings,
        };
    }

    private static bool IsWord(string word) =>
        word is "msgctxt" or "msgid" or "msgid_plural" or "msgstr" or "|msgctxt" or "|msgid" or "|msgid_plural"
        || (word.Length == 9 && word.StartsWith("msgstr[", StringComparison.Ordinal) && char.IsAsciiDigit(word[7]) && word[8] == ']');

    private string[]? Strings()
    {
        if (!_texts.ContainsKey("msgid_plural"))
            return Text("msgstr") is { } one && !_texts.ContainsKey("msgstr[0]") ? [one] : null;
        var forms = new List<string>();
        while (Text(string.Create(CultureInfo.InvariantCulture, $"msgstr[{forms.Count}]")) is { } form)
            forms.Add(form);
        var all = _texts.Keys.Count(k => k.StartsWith("msgstr", StringComparison.Ordinal));
        return forms.Count > 0 && all == forms.Count ? [.. forms] : null;
    }

    private string? Text(string word) => _texts.GetValueOrDefault(word)?.ToString();
}
