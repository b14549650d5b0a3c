namespace RemedyBot.Localization.Negotiation;

/// <summary>Reads a language that a person typed: its name in any shipped language, its own name, or its code.</summary>
public sealed class LanguageReader
{
    private readonly LanguageRegistry _registry;

    internal LanguageReader(LanguageRegistry registry) => _registry = registry;

    /// <returns>Null where the whole text names no language.</returns>
    public LanguageAnswer? Read(string text, bool drafts = false) =>
        _registry.Find(text.Trim()) is { } found ? new(found.Tag, found.Tag) : null;
}
