namespace RemedyBot.Handoff.Desk;

public enum ActResult
{
    Done,

    /// <summary>The case is gone: taken back, expired, or never there.</summary>
    Gone,

    /// <summary>That state does not follow from the present one, or an answer has no words.</summary>
    NotPossible,

    /// <summary>More words than a letter takes.</summary>
    TooLong,

    /// <summary>A colleague was quicker: look again.</summary>
    Changed,
}
