namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>One way to reach the person.</summary>
public sealed record ContactChannel
{
    public string? Kind { get; init; }
    public string? Value { get; init; }
    public string? Safe { get; init; }
    public string? SharedWith { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(ContactChannel);
}
