namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>A translation of the words, and how it was made.</summary>
public sealed record Rendering
{
    public string? Text { get; init; }
    public string? Lang { get; init; }
    public string? Method { get; init; }
    public string? Engine { get; init; }
    public string? Reviewed { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Rendering);
}
