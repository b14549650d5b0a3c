namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>Where the value at a JSON Pointer came from.</summary>
public sealed record Provenance
{
    public string? Path { get; init; }
    public string? Origin { get; init; }
    public string? Lang { get; init; }
    public string? Tool { get; init; }
    public bool? ConfirmedByPerson { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Provenance);
}
