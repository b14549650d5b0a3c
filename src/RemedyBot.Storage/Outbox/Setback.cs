using RemedyBot.Storage.Mailboxes;

namespace RemedyBot.Storage.Outbox;

/// <summary>What one attempt that failed leaves behind.</summary>
/// <param name="Due">When to try next.</param>
/// <param name="Reason">A stable word.</param>
public sealed record Setback(DateTimeOffset Due, string Reason)
{
    /// <summary>It may have arrived without our knowing.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>Tells the person, in the same commit.</summary>
    public LetterDraft? Letter { get; init; }
}
