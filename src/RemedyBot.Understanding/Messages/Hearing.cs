using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Messages;

/// <summary>What a conversation makes of a message's signals.</summary>
/// <param name="Firm">What the lists hear, and what is fairly sure: answered at once.</param>
/// <param name="Maybe">What else may have been meant: asked about, once.</param>
public sealed record Hearing(IReadOnlySet<Signal> Firm, IReadOnlySet<Signal> Maybe)
{
    /// <summary>Answered or asked about.</summary>
    public bool Holds(Signal signal) => Firm.Contains(signal) || Maybe.Contains(signal);

    /// <summary>Hides what it is about.</summary>
    public override string ToString() => nameof(Hearing);
}
