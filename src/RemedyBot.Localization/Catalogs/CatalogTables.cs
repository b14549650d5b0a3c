using System.Collections.Frozen;

namespace RemedyBot.Localization.Catalogs;

/// <summary>What <see cref="CatalogBuilder"/> hands to <see cref="Catalog"/>.</summary>
internal sealed record CatalogTables(
    FrozenDictionary<string, FrozenDictionary<string, Translation>> Languages,
    FrozenDictionary<string, Translation> Sources,
    FrozenDictionary<string, IReadOnlyList<string>> Titles,
    FrozenDictionary<string, LanguageCoverage> Coverage);
