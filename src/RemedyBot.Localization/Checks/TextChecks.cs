using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Localization.Checks;

/// <summary>All checks of this room over sources and translations; the table is in <c>localization/README.md</c>.</summary>
public static class TextChecks
{
    /// <param name="files">Every file under <c>localization/</c>.</param>
    public static IReadOnlyList<Finding> Run(IReadOnlyList<ContentFile> files, IReadOnlyList<SourceText> sources) => [];
}
