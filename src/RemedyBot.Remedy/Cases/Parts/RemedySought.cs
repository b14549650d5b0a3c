namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>What the person wants.</summary>
public sealed record RemedySought
{
    public string? Type { get; init; }
    public string? Item { get; init; }
    public int? Priority { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(RemedySought);
}
