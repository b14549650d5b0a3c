using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Signal;

/// <summary>What a line of signal-cli's says. The kinds are this closed family.</summary>
public abstract record SignalLine
{
    /// <summary>Somebody wrote.</summary>
    public sealed record Received(SignalMessage Message) : SignalLine
    {
        public override string ToString() => nameof(Received);
    }

    /// <summary>Somebody's safety number changed, so nobody knows who this is: what they wrote is not taken.</summary>
    public sealed record Untrusted : SignalLine;

    /// <summary>An answer to a call of ours.</summary>
    /// <param name="Problem">A sentence for the operator; null where there is nothing to say.</param>
    public sealed record Answered(string Id, Sending Sending, string? Problem) : SignalLine
    {
        public override string ToString() => nameof(Answered);
    }

    /// <summary>Receipts, typing, what we sent ourselves, and what we do not know.</summary>
    public sealed record Nothing : SignalLine;
}
