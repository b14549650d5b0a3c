namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>How a recipient's system behaves at its next call that changes something.</summary>
public enum Trouble
{
    None,

    /// <summary>Answers only after the sender has lost patience; takes nothing.</summary>
    Slow,

    /// <summary>Fails before it takes anything.</summary>
    Broken,

    /// <summary>Says no for good.</summary>
    Refusing,

    /// <summary>Says yes in no way that the contract knows, and takes nothing.</summary>
    Malformed,

    /// <summary>Takes it, and the answer is lost.</summary>
    LostAnswer,

    /// <summary>Takes it only after somebody has looked for it again; the answer is lost.</summary>
    Late,

    /// <summary>Hangs up on every call.</summary>
    Gone,
}
