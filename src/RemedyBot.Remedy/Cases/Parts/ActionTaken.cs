namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>What was already tried.</summary>
public sealed record ActionTaken
{
    public string? RouteId { get; init; }
    public string? To { get; init; }
    public string? When { get; init; }
    public string? Reference { get; init; }
    public string? Outcome { get; init; }
    public string? AnswerWhen { get; init; }
    public string? ReasonGiven { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(ActionTaken);
}
