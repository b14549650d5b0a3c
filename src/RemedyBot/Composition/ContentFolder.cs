using System.Text;
using RemedyBot.Localization;
using RemedyBot.Remedy.Content;
using DialogFile = RemedyBot.Dialogs.Loading.ContentFile;

namespace RemedyBot.Composition;

/// <summary>Dialogs, routes and catalogs as files: an organisation's own folder laid over the one that came with the program.</summary>
public sealed class ContentFolder
{
    private readonly SortedDictionary<string, string> _paths = new(StringComparer.Ordinal);

    /// <param name="overlay">A folder with `dialogs/` and `localization/` of its own, or null.</param>
    public ContentFolder(string? overlay, string? shipped = null)
    {
        Shipped = shipped ?? Path.Combine(AppContext.BaseDirectory, "content");
        Overlay = overlay;
        Add(Shipped);
        if (overlay is not null)
            Add(overlay);
    }

    public string Shipped { get; }

    public string? Overlay { get; }

    /// <summary>Files directly in `dialogs/`: dialogs and texts, without the data that stands beside them.</summary>
    public IEnumerable<DialogFile> Dialogs() => Files("dialogs/", ".yaml")
        .Where(f => !f.Path["dialogs/".Length..].Contains('/', StringComparison.Ordinal) && !IsData(f.Path))
        .Select(f => new DialogFile(Path.GetFileNameWithoutExtension(f.Path), f.Path, f.Content));

    public IEnumerable<ContentFile> Files(string under, string ending = "") => _paths
        .Where(p => p.Key.StartsWith(under, StringComparison.Ordinal) && p.Key.EndsWith(ending, StringComparison.Ordinal))
        .Select(p => new ContentFile(p.Key, Read(p.Key, p.Value)));

    /// <summary>What the catalogs are made of: everything under `localization/` but what the classifier learns from and what is written for translators.</summary>
    public IEnumerable<ContentFile> Catalogs() => _paths
        .Where(p => p.Key.StartsWith("localization/", StringComparison.Ordinal) && !IsForLearning(p.Key) && !IsForTranslators(p.Key)).Select(p => new ContentFile(p.Key, Read(p.Key, p.Value)));

    /// <summary>One file's bytes, or null.</summary>
    public byte[]? Bytes(string path) => _paths.TryGetValue(path, out var found) ? File.ReadAllBytes(found) : null;

    private static bool IsForLearning(string path) =>
        path.EndsWith(".model", StringComparison.Ordinal) || path.EndsWith("/concepts.yaml", StringComparison.Ordinal)
        || path.Contains("/examples/", StringComparison.Ordinal) || path.Contains("/development/", StringComparison.Ordinal)
        || path.StartsWith("localization/style/", StringComparison.Ordinal);

    private static bool IsForTranslators(string path) =>
        path.StartsWith("localization/templates/", StringComparison.Ordinal) || path.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>One file's text; an empty one where it does not exist.</summary>
    public string Text(string path) => _paths.TryGetValue(path, out var found) ? Read(path, found) : "";

    /// <summary>What an odd shape breaks deep inside a reader is a mistake in that file all the same, and told as one.</summary>
    /// <exception cref="ContentException">The file cannot be used.</exception>
    public static T From<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is NullReferenceException or ArgumentException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ContentException(path, 0, "an entry is empty or has another shape than this file needs. Compare it with the shipped one");
        }
    }

    private static string Read(string path, string file)
    {
        try
        {
            // In translations a byte order mark is a finding, and is kept for it; other readers do not want to see it.
            return path.EndsWith(".po", StringComparison.Ordinal) ? Encoding.UTF8.GetString(File.ReadAllBytes(file)) : File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ContentException(path, 0, "the file cannot be read. See who may read it");
        }
    }

    private static bool IsData(string path) => path is "dialogs/taxonomy.yaml" or "dialogs/platforms.yaml" or "dialogs/recipients.yaml" or ChannelsFile.Path;

    private void Add(string root)
    {
        foreach (var part in new[] { "dialogs", "localization" })
        {
            var folder = Path.Combine(root, part);
            if (!Directory.Exists(folder))
                continue;
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                _paths[Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')] = file;
        }
    }
}
