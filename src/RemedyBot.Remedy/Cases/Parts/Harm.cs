namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>One harm, by its leaf in the taxonomy.</summary>
public sealed record Harm
{
    public string? Leaf { get; init; }
    public bool? Primary { get; init; }
    public Facets? Facets { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Harm);
}
