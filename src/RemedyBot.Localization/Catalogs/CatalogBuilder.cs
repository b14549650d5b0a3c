using System.Collections.Frozen;
using RemedyBot.Localization.Checks;
using RemedyBot.Localization.Negotiation;
using RemedyBot.Localization.Plurals;
using RemedyBot.Localization.Reviews;

namespace RemedyBot.Localization.Catalogs;

/// <summary>Resolves every key in every language once, so that rendering is one look-up.</summary>
internal sealed class CatalogBuilder
{
    private readonly LanguageRegistry _registry;
    private readonly Ledgers _ledgers;
    private readonly Dictionary<string, SourceText> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, PoEntry>> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PluralRule> _plurals = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, SourceText> _units;

    private CatalogBuilder(LanguageRegistry registry, IReadOnlyList<SourceText> sources, Ledgers ledgers)
    {
        _ledgers = ledgers;
        _registry = registry;
        foreach (var source in sources)
            _sources.TryAdd(source.Key, source);
        _units = _sources.Values.ToLookup(s => PoRules.Unit(s.Key), StringComparer.Ordinal);
    }

    public static CatalogTables Build(
        LanguageRegistry registry, IReadOnlyList<SourceText> sources, IReadOnlyList<ContentFile> files, List<Finding> findings)
    {
        var builder = new CatalogBuilder(registry, sources, new Ledgers(files));
        foreach (var file in files)
        {
            if (file.PoFolder() is { } folder && registry.Find(ContentFiles.Tag(folder)) is { } language)
                builder.Add(language, PoReader.Read(file), findings);
        }

        builder.OverlayRegions();
        return new CatalogTables(
            registry.All.ToFrozenDictionary(l => l.Tag, builder.Resolve, StringComparer.OrdinalIgnoreCase),
            builder._sources.Values.ToFrozenDictionary(s => s.Key, builder.Source, StringComparer.Ordinal),
            builder._sources.Values.ToFrozenDictionary(s => s.Key, builder.Titles, StringComparer.Ordinal),
            registry.All.ToFrozenDictionary(l => l.Tag, builder.Coverage, StringComparer.OrdinalIgnoreCase));
    }

    private void Add(Language language, PoFile file, List<Finding> findings)
    {
        findings.AddRange(file.Findings.Select(f => f with { Language = language.Tag }));
        if (!file.IsReadable)
            return;
        // The header of the file rules its plurals: tools rewrite it together with the forms.
        if (file.Plural is { } plural)
            _plurals[language.Tag] = plural;
        if (!_entries.TryGetValue(language.Tag, out var entries))
            _entries[language.Tag] = entries = new(StringComparer.Ordinal);
        foreach (var entry in file.Entries)
        {
            if (entry.Context is { } key && _sources.TryGetValue(key, out var source) && PoRules.IsUsable(entry, source))
                entries.TryAdd(key, entry);
        }
    }

    // es-MX holds only what differs from es: the step is whole once both are laid over each other.
    private void OverlayRegions()
    {
        foreach (var language in _registry.All)
        {
            if (language.Fallback is not [var parent, ..] || !language.Tag.StartsWith($"{parent}-", StringComparison.OrdinalIgnoreCase)
                || !_entries.TryGetValue(parent, out var inherited))
                continue;
            if (!_entries.TryGetValue(language.Tag, out var own))
                _entries[language.Tag] = own = new(StringComparer.Ordinal);
            foreach (var (key, entry) in inherited)
                own.TryAdd(key, entry);
        }
    }

    private FrozenDictionary<string, Translation> Resolve(Language language)
    {
        var table = new Dictionary<string, Translation>(StringComparer.Ordinal);
        foreach (var unit in _units)
        {
            var speaker = Chain(language).FirstOrDefault(l => unit.All(s => HasOwn(l, s)));
            foreach (var source in unit)
                table[source.Key] = speaker is null ? Source(source) : In(speaker, source);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private IEnumerable<Language> Chain(Language language) =>
        language.Fallback.Select(_registry.Find).OfType<Language>().Prepend(language);

    private bool HasOwn(Language language, SourceText source) =>
        IsSource(language, source) || (_entries.TryGetValue(language.Tag, out var entries) && entries.ContainsKey(source.Key));

    /// <summary>A critical text counts once somebody stands for it, so that no unread sentence meets a person in a crisis.</summary>
    private bool IsSigned(Language language, SourceText source) =>
        IsSource(language, source)
        || (_entries.TryGetValue(language.Tag, out var entries) && entries.TryGetValue(source.Key, out var entry) && _ledgers.Of(language.Tag, source, entry).Count > 0);

    private static bool IsSource(Language language, SourceText source) =>
        string.Equals(language.Tag, source.Source, StringComparison.OrdinalIgnoreCase);

    private Translation In(Language language, SourceText source)
    {
        if (!_entries.TryGetValue(language.Tag, out var entries) || !entries.TryGetValue(source.Key, out var entry))
            return Source(source);
        var plural = _plurals.GetValueOrDefault(language.Tag) ?? PluralRule.Parse(language.Plural) ?? PluralRule.English;
        return new Translation(language, source.Kind, [.. entry.Strings.Select(MessageTemplate.Parse)], plural);
    }

    private Translation Source(SourceText source)
    {
        var language = _registry.Find(source.Source) ?? new Language { Tag = source.Source, Name = source.Source, Plural = PluralRule.English.Header };
        MessageTemplate[] forms = source.Plural is null
            ? [MessageTemplate.Parse(source.Text)]
            : [MessageTemplate.Parse(source.Text), MessageTemplate.Parse(source.Plural)];
        return new Translation(language, source.Kind, forms, PluralRule.English);
    }

    private IReadOnlyList<string> Titles(SourceText source) =>
        [.. _entries.Values.Where(e => e.ContainsKey(source.Key)).Select(e => e[source.Key].Strings[0]).Prepend(source.Text).Distinct(StringComparer.Ordinal)];

    private LanguageCoverage Coverage(Language language)
    {
        var domains = new Dictionary<string, DomainCoverage>(StringComparer.Ordinal);
        foreach (var domain in _units.GroupBy(u => u.First().Domain, StringComparer.Ordinal))
        {
            var steps = domain.ToList();
            domains[domain.Key] = new DomainCoverage(
                steps.Count,
                steps.Count(u => u.All(s => HasOwn(language, s))),
                steps.Sum(u => u.Count(s => s.Critical && !IsSigned(language, s))));
        }

        return new LanguageCoverage(domains);
    }
}
