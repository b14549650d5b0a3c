namespace RemedyBot.Localization.Catalogs;

/// <summary>Writes templates and brings a language's files up to date with the dialogs. Pure: returns the texts.</summary>
public static class Sync
{
    /// <summary>The templates of all domains, ordered by path.</summary>
    public static IReadOnlyList<ContentFile> Templates(IReadOnlyList<SourceText> sources) => [];

    /// <summary>The PO files of one language; those of <paramref name="existing"/> that are its own are the translations so far.</summary>
    /// <param name="minor">Only typos changed in the sources: translations stay as they are.</param>
    public static IReadOnlyList<ContentFile> Update(
        Negotiation.Language language, IReadOnlyList<SourceText> sources, IReadOnlyList<ContentFile> existing, bool minor = false) => [];
}
