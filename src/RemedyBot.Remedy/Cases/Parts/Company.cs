namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>A company that had a part in it.</summary>
public sealed record Company
{
    public string? Name { get; init; }
    public string? Service { get; init; }
    public string? Role { get; init; }
    public string? HqCountry { get; init; }
    public IReadOnlyList<string>? Countries { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Company);
}
