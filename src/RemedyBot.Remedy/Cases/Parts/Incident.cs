namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>Where in the world it happened.</summary>
public sealed record Incident
{
    public IReadOnlyList<string>? Countries { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Incident);
}
