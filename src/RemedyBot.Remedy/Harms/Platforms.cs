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
        var file = YamlText.Read(path, text, ContentJson.Default.PlatformFile, out var root);
        var entries = root.Each(file.Platforms, "platforms").ToList();
        var all = entries.Select(p => Read(p.Entry, p.Place)).ToList();
        YamlText.Unique(all.Zip(entries, (platform, entry) => (platform.Id, entry.Place)));
        YamlText.Unique(all.Zip(entries).SelectMany(p => p.First.Hosts.Select(host => (host, p.Second.Place))));
        return new Platforms(all);
    }

    private static Platform Read(PlatformEntry entry, ContentPlace place) => new(
        place.Need(entry.Id, "id"), place.Need(entry.Name, "name"), YamlText.Listed(entry.Aliases), YamlText.Listed(entry.Hosts), entry.Listed)
    {
        Heard = entry.Heard ?? [entry.Name!, .. YamlText.Listed(entry.Aliases)],
    };

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
