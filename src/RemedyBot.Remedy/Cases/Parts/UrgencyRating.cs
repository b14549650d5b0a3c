namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>How soon help is needed, and which rules say so.</summary>
public sealed record UrgencyRating
{
    public string? Level { get; init; }
    public IReadOnlyList<string>? Reasons { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(UrgencyRating);
}
