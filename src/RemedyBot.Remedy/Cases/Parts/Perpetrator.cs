namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>The person who did this, without a name.</summary>
public sealed record Perpetrator
{
    public string? Known { get; init; }
    public string? Relation { get; init; }
    public IReadOnlyList<string>? Accounts { get; init; }
    public string? NameSlot { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Perpetrator);
}
