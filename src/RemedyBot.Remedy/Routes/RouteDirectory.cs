using System.Collections.Frozen;

namespace RemedyBot.Remedy.Routes;

/// <summary>All routes, and the few questions a conversation asks of them. Answers are in the order in which they are shown.</summary>
public sealed class RouteDirectory
{
    private readonly FrozenDictionary<string, Route> byId;

    /// <exception cref="ArgumentException">Two routes share an id.</exception>
    public RouteDirectory(string version, IReadOnlyList<Route> routes)
    {
        Version = version;
        All = routes;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (routes.FirstOrDefault(r => !ids.Add(r.Id)) is { } twice)
            throw new ArgumentException($"Two routes are called '{twice.Id}'.", nameof(routes));
        byId = routes.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);
    }

    public string Version { get; }

    public IReadOnlyList<Route> All { get; }

    public Route? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>This country's emergency card, which may hold no numbers; null where the country is not on the list.</summary>
    public Route? Emergency(string? country) => country is null ? null : Find("em." + country.ToLowerInvariant());

    /// <summary>Whether 112 works there; false where that is not known.</summary>
    public bool Place112(string? country) => Emergency(country)?.Works112 ?? false;

    /// <summary>Cards for the first hour: those of the first harm first, each once.</summary>
    public IReadOnlyList<Route> FirstHour(IEnumerable<string> leaves)
    {
        var wanted = leaves.ToList();
        return [.. wanted.SelectMany(l => All.Where(r => r.Kind == "self_help" && r.Leaves.Contains(l, StringComparer.Ordinal))).DistinctBy(r => r.Id)];
    }

    /// <summary>Crisis lines: the country's own, then the directories that cover it.</summary>
    public IReadOnlyList<Route> Crisis(string? country) => OfKind("crisis", country);

    /// <summary>Lines for children and young people: the country's own, then the directory.</summary>
    public IReadOnlyList<Route> Child(string? country) => OfKind("child_helpline", country);

    /// <summary>Places for these harms: the country's own first, then those for anywhere; where none is made for them, those for any harm and any age.</summary>
    public IReadOnlyList<Route> Suggested(IReadOnlyList<string> leaves, string? country)
    {
        var reachable = All.Where(r => r.Numbers.Count + r.Links.Count > 0 && r.Kind != "emergency" && (r.Country is null || r.Country == country)).ToList();
        var made = reachable.Where(r => r.Leaves.Any(leaves.Contains)).ToList();
        return [.. (made.Count > 0 ? made : reachable.Where(r => r.Leaves.Count == 0 && r.Kind != "child_helpline")).OrderBy(r => r.Country is null)];
    }

    /// <summary>Routes of one kind: the country's own, then those for anywhere.</summary>
    public IReadOnlyList<Route> OfKind(string kind, string? country) =>
    [
        .. All.Where(r => r.Kind == kind && r.Country is not null && r.Country == country),
        .. All.Where(r => r.Kind == kind && r.Country is null),
    ];
}
