namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>One yes: to whom, for which groups, from when to when.</summary>
public sealed record ConsentRecord
{
    public RecipientRef? Recipient { get; init; }
    public IReadOnlyList<string>? Groups { get; init; }
    public string? Purpose { get; init; }
    public string? TextVersion { get; init; }
    public string? TextLang { get; init; }
    public string? Given { get; init; }
    public string? By { get; init; }
    public string? Expires { get; init; }
    public string? Withdrawn { get; init; }
    public bool? Onward { get; init; }
    public bool? MayContactPerson { get; init; }
    public string? Channel { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(ConsentRecord);
}
