namespace RemedyBot.Localization.Negotiation;

/// <summary>The best offered language for what a device prefers.</summary>
public sealed class LanguageNegotiator(LanguageRegistry registry)
{
    /// <param name="preferred">BCP 47 tags or whole <c>Accept-Language</c> values with q, best first.</param>
    /// <param name="drafts">Draft languages count too.</param>
    /// <returns>The tag of an offered language; the registry's first where none fits.</returns>
    public string Best(IReadOnlyList<string> preferred, bool drafts = false) => Match(preferred, drafts) ?? registry.All[0].Tag;

    /// <returns>The tag of an offered language, or null where none fits.</returns>
    public string? Match(IReadOnlyList<string> preferred, bool drafts = false) =>
        preferred.Select(registry.Find).FirstOrDefault(l => l is not null && (drafts || l.Status != LanguageStatus.Draft))?.Tag;
}
