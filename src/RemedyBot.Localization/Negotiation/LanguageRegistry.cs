namespace RemedyBot.Localization.Negotiation;

/// <summary>The languages that exist and those that are offered.</summary>
public sealed class LanguageRegistry
{
    private readonly Dictionary<string, Language> _byTag;

    internal LanguageRegistry(IReadOnlyList<Language> all)
    {
        All = all;
        _byTag = all.ToDictionary(l => l.Tag, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Language> All { get; }

    public Language? Find(string tag) => _byTag.GetValueOrDefault(tag);

    /// <summary>The languages a person may choose: beta and released, drafts only when asked for.</summary>
    public IReadOnlyList<Language> Offered(bool drafts = false) =>
        [.. All.Where(l => drafts || l.Status != LanguageStatus.Draft)];
}
