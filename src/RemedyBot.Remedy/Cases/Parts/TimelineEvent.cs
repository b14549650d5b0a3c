namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>What happened when, as an EDTF date.</summary>
public sealed record TimelineEvent
{
    public string? What { get; init; }
    public string? When { get; init; }
    public string? Certainty { get; init; }
    public string? PlaceIso { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(TimelineEvent);
}
