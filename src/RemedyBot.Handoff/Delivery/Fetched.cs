using RemedyBot.Handoff.Consent;

namespace RemedyBot.Handoff.Delivery;

/// <summary>What a ticket system had to say.</summary>
/// <param name="Replies">Oldest first. Staff's words to the person only, no internal notes, no files.</param>
/// <param name="Cursor">From where to go on next time.</param>
/// <param name="State">Where the ticket stands, as far as it says something sure; null otherwise.</param>
public sealed record Fetched(IReadOnlyList<Reply> Replies, string Cursor, HandoffState? State)
{
    public override string ToString() => nameof(Fetched);
}
