using RemedyBot.Remedy.Content;

namespace RemedyBot.Remedy.Harms;

/// <summary>Finds a platform by what a person typed: its id, a name, or a link.</summary>
public sealed class Platforms(IReadOnlyList<Platform> all)
{
    public IReadOnlyList<Platform> All { get; } = all;

    public IEnumerable<Platform> Listed => All.Where(p => p.Listed);

    public Platform? Find(string id) => All.FirstOrDefault(p => p.Id == id);

    /// <summary>By id, name or alias, whatever the capitals; null where nothing fits.</summary>
    public Platform? Named(string words)
    {
        var name = words.Trim();
        return All.FirstOrDefault(p => Same(p.Id, name) || Same(p.Name, name) || p.Aliases.Any(a => Same(a, name)));
    }

    /// <summary>By the host of a link; null where the host belongs to none.</summary>
    public Platform? OfLink(string link) =>
        WebLink.HostOf(link) is { } host
            ? All.FirstOrDefault(p => p.Hosts.Any(h => host == h || host.EndsWith("." + h, StringComparison.Ordinal)))
            : null;

    /// <summary>Reads `dialogs/platforms.yaml`.</summary>
    /// <exception cref="ContentException">The file cannot be used.</exception>
    public static Platforms Read(string path, string text)
    {
        var file = YamlText.Read(path, text, ContentJson.Default.PlatformFile);
        var all = YamlText.Listed(file.Platforms)
            .Select(p => new Platform(
                YamlText.Need(path, p.Id, "id"),
                YamlText.Need(path, p.Name, "name"),
                YamlText.Listed(p.Aliases),
                YamlText.Listed(p.Hosts),
                p.Listed)
            {
                Heard = p.Heard ?? [p.Name!, .. YamlText.Listed(p.Aliases)],
            })
            .ToList();
        YamlText.Unique(path, all.Select(p => p.Id));
        YamlText.Unique(path, all.SelectMany(p => p.Hosts));
        return new Platforms(all);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    internal sealed class PlatformFile
    {
        public int Format { get; set; }
        public string? Source { get; set; }
        public string? Verified { get; set; }
        public List<PlatformEntry>? Platforms { get; set; }
    }

    internal sealed class PlatformEntry
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
        public List<string>? Aliases { get; set; }
        public List<string>? Hosts { get; set; }
        public List<string>? Heard { get; set; }
        public bool Listed { get; set; }
    }
}
