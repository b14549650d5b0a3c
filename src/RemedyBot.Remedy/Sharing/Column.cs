namespace RemedyBot.Remedy.Sharing;

/// <summary>What one kind of recipient may be offered.</summary>
public sealed record Column
{
    public required string Id { get; init; }

    /// <summary>How the contract calls it: helpline, platform, dpa, regulator, nhri, ncp or court; null for a person of trust.</summary>
    public required string? Name { get; init; }

    /// <summary>Groups of the first consent question (●).</summary>
    public required IReadOnlyList<string> Default { get; init; }

    /// <summary>Groups that leave only if the person ticks them (○).</summary>
    public required IReadOnlyList<string> Beyond { get; init; }

    /// <summary>Groups that leave in part: group to limit.</summary>
    public IReadOnlyDictionary<string, string> Limits { get; init; } = new Dictionary<string, string>();

    public bool Offers(string group) =>
        Default.Contains(group, StringComparer.Ordinal) || Beyond.Contains(group, StringComparer.Ordinal);
}
