namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>A route that was looked at for this case, and what it still lacks.</summary>
public sealed record EligibleRoute
{
    public string? RouteId { get; init; }
    public bool? Ok { get; init; }
    public IReadOnlyList<string>? Missing { get; init; }
    public string? Deadline { get; init; }
    public string? Anonymity { get; init; }
    public string? Cost { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(EligibleRoute);
}
