using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Turns;

/// <summary>What the engine made of an input, before anything is done about it.</summary>
/// <param name="Before">The file that it was thought about.</param>
internal sealed record Thought(CaseFile Before, TurnResult Result, Input Input)
{
    /// <summary>The look at the question that waited, where one was taken.</summary>
    public Look? Look { get; init; }
}
