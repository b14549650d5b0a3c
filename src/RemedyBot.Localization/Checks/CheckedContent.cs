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

    /// <summary>Whether the language itself, not one of its fallbacks, has the text.</summary>
    public bool Has(Language language, SourceText source) =>
        Catalog.Languages.TryGetValue(language.Tag, out var table) && table.TryGetValue(source.Key, out var text)
        && (text.Language.Tag == language.Tag || language.Tag.StartsWith($"{text.Language.Tag}-", StringComparison.OrdinalIgnoreCase));
}
