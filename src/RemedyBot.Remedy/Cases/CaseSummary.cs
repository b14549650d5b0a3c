using RemedyBot.Remedy.Cases.Parts;

namespace RemedyBot.Remedy.Cases;

/// <summary>What a person told, as far as they told it: the canonical document `remedybot.case-summary/1`.</summary>
public sealed record CaseSummary
{
    public const string Version = "remedybot.case-summary/1";

    public string Schema { get; init; } = Version;
    public required string Id { get; init; }
    public required string Created { get; init; }
    public string? Updated { get; init; }
    public string? TaxonomyVersion { get; init; }
    public string? DirectoryVersion { get; init; }
    public Retention? Retention { get; init; }
    public Person? Person { get; init; }
    public Contact? Contact { get; init; }
    public Incident? Incident { get; init; }
    public IReadOnlyList<Harm>? Harms { get; init; }
    public UrgencyRating? Urgency { get; init; }
    public Statement? Statement { get; init; }
    public IReadOnlyList<Place>? Locations { get; init; }
    public IReadOnlyList<TimelineEvent>? Timeline { get; init; }
    public string? Ongoing { get; init; }
    public Perpetrator? Perpetrator { get; init; }
    public Company? Company { get; init; }
    public StateActor? StateActor { get; init; }
    public Safety? Safety { get; init; }
    public IReadOnlyList<EvidenceItem>? Evidence { get; init; }
    public IReadOnlyList<string>? EvidenceGaps { get; init; }
    public IReadOnlyList<Impact>? Impacts { get; init; }
    public IReadOnlyList<ActionTaken>? Actions { get; init; }
    public IReadOnlyList<RemedySought>? Remedies { get; init; }
    public IReadOnlyList<string>? Fears { get; init; }
    public IReadOnlyList<Jurisdiction>? Jurisdictions { get; init; }
    public IReadOnlyList<EligibleRoute>? EligibleRoutes { get; init; }
    public IReadOnlyList<ConsentRecord>? Consent { get; init; }
    public IReadOnlyList<Provenance>? Provenance { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(CaseSummary);
}
