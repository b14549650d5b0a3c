using System.Text.Json.Serialization;
using RemedyBot.Remedy.Content;
using RemedyBot.Remedy.Triage;

namespace RemedyBot.Remedy.Harms;

/// <summary>Reads `dialogs/taxonomy.yaml`.</summary>
public static class TaxonomyReader
{
    private static readonly string[] Flags = ["N", "M", "P", "D", "A", "T"];

    /// <exception cref="ContentException">The file cannot be used.</exception>
    public static Taxonomy Read(string path, string text)
    {
        var file = YamlText.Read(path, text, ContentJson.Default.TaxonomyFile);
        var groups = YamlText.Listed(file.Groups)
            .Select(g => new LeafGroup(
                YamlText.Need(path, g.Id, "id"),
                [.. YamlText.Listed(g.Leaves).Select(l => ToLeaf(path, g.Id!, l))]))
            .ToList();
        YamlText.Unique(path, groups.Select(g => g.Id));
        YamlText.Unique(path, groups.SelectMany(g => g.Leaves).Select(l => l.Id));
        if (!groups.SelectMany(g => g.Leaves).Any(l => l.Id == "other.unclassified"))
            throw new ContentException(path, 0, "the leaf 'other.unclassified' is missing");
        var taxonomy = new Taxonomy(YamlText.Need(path, file.Version, "version"), groups)
        {
            Young = YamlText.Listed(file.Ages?.Young).ToHashSet(StringComparer.Ordinal),
            Adults = YamlText.Listed(file.Ages?.Adults).ToHashSet(StringComparer.Ordinal),
        };
        if (taxonomy.Leaves.FirstOrDefault(l => l.UnderAge is { } other && taxonomy.Find(other)?.OfTheYoung != true) is { } wrong)
            throw new ContentException(path, 0, $"'{wrong.Id}' has an `under_18` that is no leaf with the flag M");
        return taxonomy;
    }

    private static Leaf ToLeaf(string path, string group, LeafEntry entry)
    {
        var id = YamlText.Need(path, entry.Id, "id");
        if (!id.StartsWith(group + ".", StringComparison.Ordinal))
            throw new ContentException(path, 0, $"'{id}' does not belong to group '{group}'");
        if (!Enum.TryParse<UrgencyLevel>(entry.Urgency, out var urgency) || !Enum.IsDefined(urgency))
            throw new ContentException(path, 0, $"'{id}' needs an urgency from U0 to U3");
        if (entry.Flags?.Find(f => !Flags.Contains(f, StringComparer.Ordinal)) is { } unknown)
            throw new ContentException(path, 0, $"'{id}' has the unknown flag '{unknown}'");
        if (entry.Rights is not { Count: > 0 } || entry.FirstHour is not { Count: > 0 })
            throw new ContentException(path, 0, $"'{id}' needs at least one right and one first-hour card");
        return new Leaf
        {
            Id = id,
            Group = group,
            Urgency = urgency,
            Flags = YamlText.Listed(entry.Flags),
            Dsa = Tags(path, entry.Dsa),
            DsaWomen = Tags(path, entry.Women),
            Rights = entry.Rights,
            EuOffences = YamlText.Listed(entry.EuOffences),
            FirstHour = entry.FirstHour,
            Facets = YamlText.Listed(entry.Facets),
            Remedies = YamlText.Listed(entry.Remedies),
            UnderAge = entry.UnderAge,
        };
    }

    private static IReadOnlyList<DsaTag> Tags(string path, List<TagEntry>? tags) =>
        [.. YamlText.Listed(tags).Select(t => new DsaTag(YamlText.Need(path, t.Category, "category"), t.Keyword))];

    internal sealed class TaxonomyFile
    {
        public int Format { get; set; }
        public string? Version { get; set; }
        public string? Source { get; set; }
        public AgesEntry? Ages { get; set; }
        public List<GroupEntry>? Groups { get; set; }
    }

    internal sealed class AgesEntry
    {
        public List<string>? Young { get; set; }
        public List<string>? Adults { get; set; }
    }

    internal sealed class GroupEntry
    {
        public string? Id { get; set; }
        public List<LeafEntry>? Leaves { get; set; }
    }

    internal sealed class LeafEntry
    {
        public string? Id { get; set; }
        public string? Urgency { get; set; }
        public List<string>? Flags { get; set; }
        public List<TagEntry>? Dsa { get; set; }
        public List<TagEntry>? Women { get; set; }
        public List<string>? Rights { get; set; }

        [JsonPropertyName("directive_2024_1385")]
        public List<string>? EuOffences { get; set; }

        [JsonPropertyName("under_18")]
        public string? UnderAge { get; set; }
        public List<string>? FirstHour { get; set; }
        public List<string>? Facets { get; set; }
        public List<string>? Remedies { get; set; }
    }

    internal sealed class TagEntry
    {
        public string? Category { get; set; }
        public string? Keyword { get; set; }
    }
}
