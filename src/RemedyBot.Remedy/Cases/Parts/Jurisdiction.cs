namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>A country whose law may apply, and why.</summary>
public sealed record Jurisdiction
{
    public string? Iso { get; init; }
    public string? Basis { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Jurisdiction);
}
