using RemedyBot.Localization.Matching;

namespace RemedyBot.Localization.Negotiation;

/// <summary>Reads a language that a person typed: its name in any shipped language, its own name, or its code.</summary>
public sealed class LanguageReader
{
    private readonly LanguageRegistry _registry;
    private readonly LanguageNegotiator _negotiator;
    private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    internal LanguageReader(LanguageRegistry registry, IEnumerable<ContentFile> names)
    {
        _registry = registry;
        _negotiator = new LanguageNegotiator(registry);
        // Our own languages first: where two languages share a name, the one we speak is meant.
        foreach (var language in registry.All)
            Add(language.Tag, language.Name);
        foreach (var row in names.SelectMany(f => ContentFiles.Rows(f.Content)).Where(r => r.Length >= 2))
        {
            Add(row[0], row[1]);
            foreach (var alias in row.Length > 2 ? row[2].Split(';', StringSplitOptions.RemoveEmptyEntries) : [])
                Add(row[0], alias);
        }
    }

    /// <param name="drafts">Draft languages count as offered.</param>
    /// <returns>Null where the whole text names no language.</returns>
    public LanguageAnswer? Read(string text, bool drafts = false)
    {
        if (Tag(text) is not { } tag)
            return null;
        return new LanguageAnswer(tag, _negotiator.Match([tag], drafts));
    }

    /// <summary>The same by name only: "no" and "it" are tags too.</summary>
    /// <param name="folded">As <see cref="Folding"/> makes it.</param>
    internal LanguageAnswer? Named(string folded) => _tags.TryGetValue(folded, out var tag) ? new(tag, _negotiator.Match([tag])) : null;

    private string? Tag(string text)
    {
        var folded = Folding.Fold(text);
        if (folded.Length == 0)
            return null;
        if (_tags.TryGetValue(folded, out var named))
            return named;
        var code = ContentFiles.Tag(text.Trim());
        var parts = code.Split('-');
        parts[0] = parts[0].ToLowerInvariant();
        return LanguageRegistry.IsTag(string.Join('-', parts)) && _known.Contains(parts[0]) ? _registry.Find(code)?.Tag ?? string.Join('-', parts) : null;
    }

    private void Add(string tag, string name)
    {
        _known.Add(tag.Split('-')[0]);
        if (Folding.Fold(name) is { Length: > 1 } folded)
            _tags.TryAdd(folded, tag);
    }
}
