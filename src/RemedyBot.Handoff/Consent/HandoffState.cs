namespace RemedyBot.Handoff.Consent;

/// <summary>Where a handoff stands, as the person and the desk are told.</summary>
public enum HandoffState
{
    /// <summary>Consented to, not yet taken by the recipient's system.</summary>
    Waiting,

    /// <summary>The recipient's system holds it; no human has said so yet.</summary>
    Delivered,

    /// <summary>A human has seen it.</summary>
    Received,
    Accepted,
    InProgress,
    Answered,
    Done,

    /// <summary>Passed on to another place, which the person is told of.</summary>
    Referred,
    Declined,

    /// <summary>Taken back by the person.</summary>
    Withdrawn,

    /// <summary>Could not be delivered.</summary>
    Failed,
}
