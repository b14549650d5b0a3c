using RemedyBot.Localization;

namespace RemedyBot.Tests.Localization;

/// <summary>The repository's own localization folder.</summary>
internal static class ShippedContent
{
    public static IReadOnlyList<ContentFile> Files { get; } = Read();

    public static Localizer Localizer { get; } = Localizer.Load(Files, []);

    /// <summary>The shipped registry and words without any translation.</summary>
    public static IReadOnlyList<ContentFile> WithoutTranslations { get; } = [.. Files.Where(f => !f.Path.EndsWith(".po", StringComparison.Ordinal))];

    private static List<ContentFile> Read()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "RemedyBot.sln")))
            root = root.Parent ?? throw new DirectoryNotFoundException("The tests must run inside the repository.");
        return [.. Directory.EnumerateFiles(Path.Combine(root.FullName, "localization"), "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".po", StringComparison.Ordinal) || f.EndsWith(".yaml", StringComparison.Ordinal)
                || f.EndsWith(".tsv", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal))
            .Select(f => new ContentFile(Path.GetRelativePath(root.FullName, f).Replace('\\', '/'), File.ReadAllText(f)))];
    }
}
