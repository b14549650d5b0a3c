using System.Text;
using RemedyBot.Localization.Negotiation;
using RemedyBot.Localization.Plurals;

namespace RemedyBot.Localization.Catalogs;

/// <summary>The files of a language that is not there yet: its entry in the registry, as a draft, and its empty PO files. Pure: returns the texts.</summary>
public static class NewLanguage
{
    private static readonly string[] RightToLeftScripts = ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"];

    /// <summary>Whether <paramref name="tag"/> can be added: a BCP 47 tag that the registry does not hold.</summary>
    /// <returns>A sentence that says what is wrong, or null.</returns>
    public static string? Problem(string tag, LanguageRegistry registry) =>
        !LanguageRegistry.IsTag(tag) ? "That is no BCP 47 tag. Write it like sw, es-MX or sr-Latn."
        : registry.Find(tag) is { } known ? $"{known.Tag} is in localization/languages.yaml already. `localize sync` brings its files up to date."
        : null;

    /// <param name="files">Every file under <c>localization/</c>.</param>
    /// <returns>The registry with the new entry, then the PO files.</returns>
    public static IReadOnlyList<ContentFile> Files(string tag, LanguageRegistry registry, IReadOnlyList<ContentFile> files, IReadOnlyList<SourceText> sources)
    {
        var name = OwnName(tag, files);
        var known = PluralTable.Load(files.At(ContentFiles.PluralRules)?.Content).Find(tag);
        var language = new Language
        {
            Tag = tag,
            Name = name ?? tag,
            RightToLeft = IsRightToLeft(tag, name),
            Fallback = Chain(tag, registry),
            Plural = (known ?? PluralRule.Parse("nplurals=1; plural=0;")!).Header,
            Culture = tag,
        };
        var text = (files.At(ContentFiles.Registry)?.Content ?? "").TrimEnd() + "\n" + Entry(language, name is null, known is null);
        return [new(ContentFiles.Registry, text), .. Sync.Update(language, sources, files)];
    }

    private static string Entry(Language language, bool nameMissing, bool pluralMissing) => $"""
        {language.Tag}:
          name: {PoString.Quote(language.Name)}{(nameMissing ? "  # write its name in its own script" : "")}
          dir: {language.Direction}
          fallback: [{string.Join(", ", language.Fallback)}]
          plural: {PoString.Quote(language.Plural)}{(pluralMissing ? "  # not known of this language: somebody who speaks it has to confirm it" : "")}
          culture: {language.Culture}
          digits: latn
          status: draft
          address: neutral

        """;

    private static string? OwnName(string tag, IReadOnlyList<ContentFile> files)
    {
        var names = ContentFiles.Rows(files.At(ContentFiles.OwnNames)?.Content ?? "").Where(r => r.Length > 1).ToLookup(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase);
        return names[tag].FirstOrDefault(n => n.Length > 0);
    }

    private static bool IsRightToLeft(string tag, string? name)
    {
        if (tag.Split('-').Skip(1).FirstOrDefault(p => p.Length == 4) is { } script)
            return RightToLeftScripts.Contains(script, StringComparer.OrdinalIgnoreCase);
        return name is not null && name.EnumerateRunes().Where(Rune.IsLetter).Select(r => r.Value).FirstOrDefault() is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFEFC) or (>= 0x1E900 and <= 0x1E95F);
    }

    /// <summary>The language without its last part where that exists, with all that comes after it; else English or whatever stands first.</summary>
    private static IReadOnlyList<string> Chain(string tag, LanguageRegistry registry)
    {
        for (var t = tag; t.LastIndexOf('-') is > 0 and var at;)
        {
            t = t[..at];
            if (registry.Find(t) is { } parent)
                return [parent.Tag, .. parent.Fallback];
        }

        return [(registry.Find("en") ?? registry.All[0]).Tag];
    }
}
