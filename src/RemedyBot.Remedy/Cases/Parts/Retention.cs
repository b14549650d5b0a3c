namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>When the stored summary is erased.</summary>
public sealed record Retention
{
    public string? DeleteAfter { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Retention);
}
