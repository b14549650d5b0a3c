namespace RemedyBot.Localization.Matching;

/// <summary>What a message meant at a question with choices.</summary>
public abstract record ChoiceResult
{
    private ChoiceResult()
    {
    }

    /// <summary>The whole answer; one value where one was asked for.</summary>
    public sealed record Picked(IReadOnlyList<string> Values) : ChoiceResult;

    /// <summary><c>+a</c>: in, or out again.</summary>
    public sealed record Toggle(string Value) : ChoiceResult;

    /// <summary>What was toggled is the answer.</summary>
    public sealed record Done : ChoiceResult;

    public sealed record NotUnderstood : ChoiceResult;
}
