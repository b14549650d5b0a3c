namespace RemedyBot.Dialogs.Turns;

/// <summary>How much one conversation may ask of the engine. Every number can be set by the operator (`limits:`).</summary>
public sealed record Limits
{
    /// <summary>Steps walked in one turn; more is a fault of the dialogs.</summary>
    public int StepsPerTurn { get; init; } = 5000;
    public int CallDepth { get; init; } = 4;

    /// <summary>Characters (UTF-16 units) of one answer.</summary>
    public int AnswerLength { get; init; } = 8000;

    /// <summary>Answers kept in one conversation; then it goes to the summary.</summary>
    public int Answers { get; init; } = 400;

    /// <summary>Things in one list answer.</summary>
    public int Items { get; init; } = 20;

    /// <summary>Wrong answers in a row after which the way out is shown again.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Signals heard in words that are kept; of more, those go that were heard again since.</summary>
    public int Heard { get; init; } = 50;
}
