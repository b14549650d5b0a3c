using RemedyBot.Handoff.Letters;

namespace RemedyBot.Handoff.Consent;

/// <summary>A handoff that was made: to whom, under which reference, until when.</summary>
/// <param name="Box">Where the person reads what became of an answer; null where nobody waits for it.</param>
public sealed record HandoffRoute(Recipient Recipient, string Ref, DateOnly Expires, BoxAddress? Box = null)
{
    /// <summary>What happened on the person's side, instead of words; null where there are words.</summary>
    public Live.TalkEvent? Happened { get; init; }
}
