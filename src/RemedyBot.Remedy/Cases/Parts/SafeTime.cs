namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>Hours when a contact is safe. Days are 1 (Monday) to 7.</summary>
public sealed record SafeTime
{
    public string? Days { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Tz { get; init; }
    public string? Words { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(SafeTime);
}
