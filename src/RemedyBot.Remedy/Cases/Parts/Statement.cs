namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>The person's own words, their translations, and the one reason used in notices.</summary>
public sealed record Statement
{
    public StatementText? Original { get; init; }
    public IReadOnlyList<Rendering>? Rendered { get; init; }
    public string? ShortReason { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Statement);
}
