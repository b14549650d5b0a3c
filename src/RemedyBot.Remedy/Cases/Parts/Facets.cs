namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>What makes this harm more urgent or special. Yes, no or unknown unless said otherwise.</summary>
public sealed record Facets
{
    public string? UnderWay { get; init; }
    public string? MeetingPlanned { get; init; }
    public string? ThreatSpecific { get; init; }
    public string? Detained { get; init; }
    public string? RecentOrReposted { get; init; }
    public string? PaymentDemanded { get; init; }
    public string? SupportCut { get; init; }
    public string? OutingRisk { get; init; }
    public string? Coordinated { get; init; }
    public IReadOnlyList<string>? Disclosed { get; init; }
    public string? RestrictionKind { get; init; }
    public string? Automated { get; init; }
    public string? DecidingBody { get; init; }
    public string? Sector { get; init; }
    public string? Scale { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Facets);
}
