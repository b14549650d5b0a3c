using System.Collections.Frozen;
using RemedyBot.Localization.Formatting;

namespace RemedyBot.Localization.Catalogs;

/// <summary>All texts in all languages. Immutable; safe for any number of threads.</summary>
public sealed class Catalog
{
    private const int MaxNesting = 3;

    private readonly FrozenDictionary<string, FrozenDictionary<string, Translation>> _languages;
    private readonly FrozenDictionary<string, Translation> _sources;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _titles;
    private readonly FrozenDictionary<string, LanguageCoverage> _coverage;
    private readonly ValueFormatter _values;

    internal Catalog(CatalogTables tables, ValueFormatter values)
    {
        _languages = tables.Languages;
        _sources = tables.Sources;
        _titles = tables.Titles;
        _coverage = tables.Coverage;
        _values = values;
    }

    public bool Has(string key) => _sources.ContainsKey(key);

    /// <summary>The text of a key in the language, or in the next of its chain that has the whole step, or in the source language.</summary>
    /// <param name="args">Values for the placeholders; <c>count</c> also picks the plural form.</param>
    /// <returns>An unknown key gives the key itself.</returns>
    public string Render(string language, string key, IReadOnlyDictionary<string, Arg>? args = null) =>
        Render(Find(language, key), key, args, 0);

    /// <summary>The language in which <see cref="Render(string, string, IReadOnlyDictionary{string, Arg}?)"/> answers; null for an unknown key.</summary>
    public string? LanguageOf(string language, string key) => Find(language, key)?.Language.Tag;

    /// <summary>
    /// The one language to render a question and its buttons in: the language itself where it has all of these keys, else the first language that one of them falls back to
    /// and that has them all, else the source's.
    /// </summary>
    public string LanguageFor(string language, params IReadOnlyList<string> keys)
    {
        var spoken = keys.Select(k => LanguageOf(language, k)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (spoken.Count <= 1)
            return spoken.Count == 0 ? language : spoken[0];
        return spoken.Find(s => keys.All(k => !Has(k) || LanguageOf(s, k) == s)) ?? spoken[^1];
    }

    /// <summary>The text of a key without arguments in every language that has it, the source first. For matching what was typed.</summary>
    public IReadOnlyList<string> Titles(string key) => _titles.GetValueOrDefault(key, []);

    /// <summary>Whether the dialog may be offered in the language: at least 95 % of its steps and every critical text.</summary>
    /// <param name="domain">The dialog's name; null for all texts together.</param>
    public bool Speaks(string language, string? domain = null) => Coverage(language) is { } coverage && coverage.IsOffered(domain);

    /// <returns>Null for a language that is not in the registry.</returns>
    public LanguageCoverage? Coverage(string language) => _coverage.GetValueOrDefault(language);

    private Translation? Find(string language, string key) =>
        _languages.TryGetValue(language, out var table) && table.TryGetValue(key, out var text) ? text : _sources.GetValueOrDefault(key);

    private string Render(Translation? text, string key, IReadOnlyDictionary<string, Arg>? args, int depth)
    {
        if (text is null)
            return key;
        var count = args is not null && args.TryGetValue("count", out var arg) && arg is Arg.Count number ? number.Number : 1;
        return text.Form(count).Render(name =>
            args is not null && args.TryGetValue(name, out var value)
                ? _values.Format(value, text.Language, text.Kind != TextKind.Button, inner =>
                    depth < MaxNesting ? Render(Find(text.Language.Tag, inner), inner, args, depth + 1) : inner)
                : null);
    }
}
