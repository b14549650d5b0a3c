namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>What exists as proof and who holds it; never the proof itself.</summary>
public sealed record EvidenceItem
{
    public string? Id { get; init; }
    public string? Kind { get; init; }
    public string? Describes { get; init; }
    public string? Captured { get; init; }
    public string? HasUrlVisible { get; init; }
    public string? HasTimeVisible { get; init; }
    public string? HeldBy { get; init; }
    public string? PlaceHint { get; init; }
    public string? Sha256 { get; init; }
    public string? Note { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(EvidenceItem);
}
