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
        var file = YamlText.Read(path, text, ContentJson.Default.TaxonomyFile, out var root);
        var groups = root.Each(file.Groups, "groups").Select(g => (Id: g.Place.Need(g.Entry.Id, "id"), g.Place,
            Leaves: g.Place.Each(g.Entry.Leaves, "leaves").Select(l => (Leaf: ToLeaf(l.Place, g.Entry.Id!, l.Entry), l.Place)).ToList())).ToList();
        var leaves = groups.SelectMany(g => g.Leaves).ToList();
        YamlText.Unique(groups.Select(g => (g.Id, g.Place)));
        YamlText.Unique(leaves.Select(l => (l.Leaf.Id, l.Place)));
        if (!leaves.Exists(l => l.Leaf.Id == "other.unclassified"))
            throw root.At("groups").Wrong("the leaf 'other.unclassified' is missing. Add it to a group 'other': a harm that nobody named is filed there");
        var taxonomy = new Taxonomy(root.Need(file.Version, "version"), [.. groups.Select(g => new LeafGroup(g.Id, [.. g.Leaves.Select(l => l.Leaf)]))])
        {
            Young = YamlText.Listed(file.Ages?.Young).ToHashSet(StringComparer.Ordinal),
            Adults = YamlText.Listed(file.Ages?.Adults).ToHashSet(StringComparer.Ordinal),
        };
        foreach (var (leaf, place) in leaves)
            if (leaf.UnderAge is { } other && taxonomy.Find(other)?.OfTheYoung != true)
                throw place.At("under_18").Wrong($"'{leaf.Id}' has an `under_18` that is no leaf with the flag M. Name one, or take it out");
        return taxonomy;
    }

    private static Leaf ToLeaf(ContentPlace place, string group, LeafEntry entry)
    {
        var id = place.Need(entry.Id, "id");
        if (!id.StartsWith(group + ".", StringComparison.Ordinal))
            throw place.Wrong($"'{id}' does not belong to group '{group}'. Begin its id with `{group}.`, or move it");
        if (!Enum.TryParse<UrgencyLevel>(entry.Urgency, out var urgency) || !Enum.IsDefined(urgency))
            throw place.At("urgency").Wrong($"'{id}' needs an urgency: U0 (at once), U1, U2 or U3");
        if (entry.Flags?.Find(f => !Flags.Contains(f, StringComparer.Ordinal)) is { } unknown)
            throw place.At("flags").Wrong($"'{id}' has the unknown flag '{unknown}'. Known: {string.Join(", ", Flags)}");
        if (entry.Rights is not { Count: > 0 } || entry.FirstHour is not { Count: > 0 })
            throw place.Wrong($"'{id}' needs at least one right and one first-hour card. Add `rights: […]` and `first_hour: […]`");
        return new Leaf
        {
            Id = id,
            Group = group,
            Urgency = urgency,
            Flags = YamlText.Listed(entry.Flags),
            Dsa = Tags(place, entry.Dsa, "dsa"),
            DsaWomen = Tags(place, entry.Women, "women"),
            Rights = entry.Rights,
            EuOffences = YamlText.Listed(entry.EuOffences),
            FirstHour = entry.FirstHour,
            Facets = YamlText.Listed(entry.Facets),
            Remedies = YamlText.Listed(entry.Remedies),
            UnderAge = entry.UnderAge,
        };
    }

    private static IReadOnlyList<DsaTag> Tags(ContentPlace place, List<TagEntry>? tags, string key) =>
        [.. place.Each(tags, key).Select(t => new DsaTag(t.Place.Need(t.Entry.Category, "category"), t.Entry.Keyword))];

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
