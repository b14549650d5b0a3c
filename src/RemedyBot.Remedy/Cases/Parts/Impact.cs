namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>How the harm reaches into a life.</summary>
public sealed record Impact
{
    public string? Axis { get; init; }
    public string? Severity { get; init; }
    public string? Note { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Impact);
}
