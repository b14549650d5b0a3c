using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Storage.Vault;

/// <summary>Takes one handoff back: its pending outbox entry or its desk row is deleted, whichever is there.</summary>
/// <param name="OutboxId">The entry that carries the handoff, as drafted.</param>
/// <param name="Ref">The handoff's reference: by it are found its row at the desk and a notice that follows it.</param>
/// <param name="Otherwise">Queued only where neither row was there any more: the notice to a system that already has the case.</param>
public sealed record Withdrawal(long? OutboxId, string? Ref, OutboxDraft? Otherwise)
{
    /// <summary>Written only where the entry was there and nobody had tried to send it: tells the person so.</summary>
    public LetterDraft? NeverLeft { get; init; }

    /// <summary>Where the entry is still there it stays, with the payload that this makes of its own, and nothing else is done.</summary>
    public Func<ReadOnlyMemory<byte>, byte[]>? Instead { get; init; }
}
