namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>Who may receive something.</summary>
public sealed record RecipientRef
{
    public string? Kind { get; init; }
    public string? Id { get; init; }
    public string? Name { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(RecipientRef);
}
