using System.Text.Json.Serialization;

namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>Who was harmed and who speaks for them, under a made-up name.</summary>
public sealed record Person
{
    public string? Handle { get; init; }
    public string? Role { get; init; }
    public string? Authority { get; init; }
    public string? Organisation { get; init; }
    public string? AgeBand { get; init; }
    [JsonPropertyName("under_18")]
    public bool? Under18 { get; init; }
    public IReadOnlyList<string>? Languages { get; init; }
    public IReadOnlyList<string>? AccessNeeds { get; init; }
    public string? InterpreterLanguage { get; init; }
    public string? Country { get; init; }
    public string? Region { get; init; }
    public IReadOnlyList<string>? AtRisk { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Person);
}
