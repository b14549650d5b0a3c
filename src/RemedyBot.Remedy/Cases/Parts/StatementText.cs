namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>Words and the language they are written in (BCP 47).</summary>
public sealed record StatementText
{
    public string? Text { get; init; }
    public string? Lang { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(StatementText);
}
