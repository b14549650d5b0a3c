namespace RemedyBot.Localization.Negotiation;

/// <summary>Languages by name, for readers of another one.</summary>
public sealed class LanguageNames
{
    private readonly LanguageRegistry _registry;
    private readonly Dictionary<string, Dictionary<string, string>> _names = new(StringComparer.OrdinalIgnoreCase);

    internal LanguageNames(LanguageRegistry registry, IEnumerable<(Language Language, ContentFile File)> files)
    {
        _registry = registry;
        foreach (var (language, file) in files)
            _names[language.Tag] = ContentFiles.Rows(file.Content).Where(r => r.Length >= 2).DistinctBy(r => r[0]).ToDictionary(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>What the language of that tag is called in the other one, or in the next of its chain; its own name where nobody says, else the tag.</returns>
    /// <param name="tag">BCP 47; without a name of its own it has that of what it is a form of (<c>es-MX</c>: Spanish).</param>
    /// <param name="language">The reader's.</param>
    public string Name(string tag, string language)
    {
        IEnumerable<string> chain = _registry.Find(language) is { } known ? [known.Tag, .. known.Fallback] : [];
        foreach (var reader in chain)
        {
            if (_names.TryGetValue(reader, out var names) && (names.TryGetValue(tag, out var name) || names.TryGetValue(tag.Split('-')[0], out name)))
                return name;
        }

        return _registry.Find(tag)?.Name ?? tag;
    }
}
