namespace RemedyBot.Handoff.Consent;

/// <summary>Something the desk did, kept inside the sealed case so that a colleague can see it.</summary>
/// <param name="Text">The answer that was written, if one was.</param>
/// <param name="By">The worker's sign-in word; not a real name.</param>
public sealed record CaseEvent(HandoffState State, DateOnly Day, string? Text, string? By)
{
    /// <summary>How many of the person's words the worker could see when writing: in a talk it tells the order. Null elsewhere.</summary>
    public int? After { get; init; }

    public override string ToString() => "CaseEvent";
}
