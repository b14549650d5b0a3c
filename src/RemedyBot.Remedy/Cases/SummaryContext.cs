using RemedyBot.Remedy.Cases.Parts;
using RemedyBot.Remedy.Harms;
using RemedyBot.Remedy.Triage;

namespace RemedyBot.Remedy.Cases;

/// <summary>What the answers themselves do not hold.</summary>
public sealed record SummaryContext
{
    /// <summary>26 letters as <see cref="CaseId.From"/> makes them.</summary>
    public required string Id { get; init; }

    /// <summary>The day of the first answer; no time of day is ever kept.</summary>
    public required DateOnly Created { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>BCP 47 tag of the conversation.</summary>
    public required string Language { get; init; }

    /// <summary>A made-up name for who has not given one.</summary>
    public required string Handle { get; init; }

    public required Taxonomy Taxonomy { get; init; }

    public required Platforms Platforms { get; init; }

    public string? DirectoryVersion { get; init; }

    public IReadOnlyList<RaisedSignal> Signals { get; init; } = [];

    /// <summary>The day on which what is kept is erased.</summary>
    public DateOnly? DeleteAfter { get; init; }

    public IReadOnlyList<ConsentRecord> Consents { get; init; } = [];
}
