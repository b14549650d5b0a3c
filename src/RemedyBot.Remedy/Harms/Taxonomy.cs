using System.Collections.Frozen;
using RemedyBot.Remedy.Triage;

namespace RemedyBot.Remedy.Harms;

/// <summary>All harms, in groups. The one place that knows what a leaf is.</summary>
public sealed class Taxonomy
{
    private readonly FrozenDictionary<string, Leaf> byId;
    private readonly FrozenDictionary<string, LeafGroup> groupsById;

    public Taxonomy(string version, IReadOnlyList<LeafGroup> groups)
    {
        Version = version;
        Groups = groups;
        Leaves = [.. groups.SelectMany(g => g.Leaves)];
        byId = Leaves.ToFrozenDictionary(l => l.Id, StringComparer.Ordinal);
        groupsById = groups.ToFrozenDictionary(g => g.Id, StringComparer.Ordinal);
    }

    public string Version { get; }

    public IReadOnlyList<LeafGroup> Groups { get; }

    public IReadOnlyList<Leaf> Leaves { get; }

    /// <summary>The age bands under 18.</summary>
    public IReadOnlySet<string> Young { get; init; } = new HashSet<string>();

    /// <summary>The age bands from 18 on.</summary>
    public IReadOnlySet<string> Adults { get; init; } = new HashSet<string>();

    public Leaf? Find(string id) => byId.GetValueOrDefault(id);

    public LeafGroup? Group(string id) => groupsById.GetValueOrDefault(id);

    /// <summary>The leaves that a choice stands for: itself, or all of its group.</summary>
    public IReadOnlyList<Leaf> Under(string id) =>
        Find(id) is { } leaf ? [leaf] : Group(id)?.Leaves ?? [];

    /// <summary>The leaf nobody chose but that stands for a choice left open.</summary>
    public Leaf Fallback => byId["other.unclassified"];

    /// <summary>The most urgent default among these; null where none is known.</summary>
    public UrgencyLevel? MostUrgent(IEnumerable<string> leaves)
    {
        UrgencyLevel? most = null;
        foreach (var leaf in leaves.Select(Find).OfType<Leaf>())
            most = most is { } m && m <= leaf.Urgency ? m : leaf.Urgency;
        return most;
    }
}
