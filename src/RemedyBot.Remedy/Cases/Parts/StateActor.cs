namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>A State body that had a part in it.</summary>
public sealed record StateActor
{
    public string? Body { get; init; }
    public string? Level { get; init; }
    public string? Function { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(StateActor);
}
