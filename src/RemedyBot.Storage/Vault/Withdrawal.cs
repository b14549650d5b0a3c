using RemedyBot.Storage.Outbox;

namespace RemedyBot.Storage.Vault;

/// <summary>Takes one handoff back: its pending outbox entry or its desk row is deleted, whichever is there.</summary>
/// <param name="OutboxId">The entry that carries the handoff, as drafted.</param>
/// <param name="DeskRef">The handoff's reference where it goes to the desk.</param>
/// <param name="Otherwise">Queued only where neither row was there any more: the notice to a system that already has the case.</param>
public sealed record Withdrawal(long? OutboxId, string? DeskRef, OutboxDraft? Otherwise);
