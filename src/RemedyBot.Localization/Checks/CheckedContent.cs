using RemedyBot.Localization.Catalogs;
using RemedyBot.Localization.Negotiation;
using RemedyBot.Localization.Plurals;
using RemedyBot.Localization.Reviews;

namespace RemedyBot.Localization.Checks;

/// <summary>All that the checks look at, read once.</summary>
internal sealed class CheckedContent
{
    public CheckedContent(IReadOnlyList<ContentFile> files, IReadOnlyList<SourceText> sources, List<Finding> findings)
    {
        Files = files;
        Registry = LanguageRegistry.Load(files.At(ContentFiles.Registry), findings);
        Plurals = PluralTable.Load(files.At(ContentFiles.PluralRules)?.Content);
        foreach (var source in sources)
            Sources.TryAdd(source.Key, source);
        PoFiles = [.. files.Where(f => f.PoFolder() is not null).Select(PoReader.Read)];
        Ledgers = new(files);
        Catalog = CatalogBuilder.Build(Registry, sources, files, []);
    }

    public IReadOnlyList<ContentFile> Files { get; }

    public LanguageRegistry Registry { get; }

    /// <summary>The line of a language in the registry; 1 where there is no registry.</summary>
    public int RegistryLine(Language language) => Math.Max(1, YamlMap.Parse(Files.At(ContentFiles.Registry)?.Content ?? "", out _).Line(language.Tag));

    public PluralTable Plurals { get; }

    public Dictionary<string, SourceText> Sources { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<PoFile> PoFiles { get; }

    public Ledgers Ledgers { get; }

    public CatalogTables Catalog { get; }

    public static string Tag(PoFile file) => ContentFiles.Tag(file.Path.Split('/')[1]);

    /// <summary>Every readable entry that belongs to a source and a language.</summary>
    public IEnumerable<CheckedEntry> Entries()
    {
        foreach (var file in PoFiles.Where(f => f.IsReadable))
        {
            if (Registry.Find(Tag(file)) is not { } language)
                continue;
            foreach (var entry in file.Entries)
            {
                if (entry.Context is { } key && Sources.TryGetValue(key, out var source))
                    yield return new CheckedEntry(language, file.Path, entry, source);
            }
        }
    }

    /// <summary>How the file that an entry stands in numbers its forms: as its header says, which rules when it is shown; else as the registry does.</summary>
    public PluralRule? Plural(CheckedEntry entry) => PoFiles.First(f => f.Path == entry.File).Plural ?? PluralRule.Parse(entry.Language.Plural);

    /// <summary>An error in the text of a source in a language, or in its missing there.</summary>
    public Finding Found(string id, string message, SourceText source, Language language)
    {
        var (file, line) = Place(source, language);
        return new(id, Severity.Error, file, line, message, source.Key, language.Tag);
    }

    /// <summary>Where a text stands in a language; without an entry at the beginning of the file that it belongs into.</summary>
    private (string File, int Line) Place(SourceText source, Language language)
    {
        if (string.Equals(source.Source, language.Tag, StringComparison.OrdinalIgnoreCase))
            return (source.File, source.Line);
        var path = ContentFiles.Of(language.Tag, $"{source.Domain}.po");
        _lines ??= PoFiles.SelectMany(f => f.Entries.Select(e => (f.Path, e.Context, e.Line))).ToLookup(e => (e.Path, e.Context), e => e.Line);
        return (path, _lines[(path, source.Key)].FirstOrDefault(1));
    }

    private ILookup<(string Path, string? Context), int>? _lines;

    /// <summary>Whether the language itself, not one of its fallbacks, has the text.</summary>
    public bool Has(Language language, SourceText source) =>
        Catalog.Languages.TryGetValue(language.Tag, out var table) && table.TryGetValue(source.Key, out var text)
        && (text.Language.Tag == language.Tag || language.Tag.StartsWith($"{text.Language.Tag}-", StringComparison.OrdinalIgnoreCase));
}
