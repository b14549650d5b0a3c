namespace RemedyBot.Storage.Outbox;

/// <summary>What is under way, sealed under the delivery key.</summary>
public sealed class OutboxStore
{
    /// <summary>A random id for a draft.</summary>
    public long NewId() => throw new InvalidOperationException();

    /// <summary>Queues something outside a turn.</summary>
    public Task AddAsync(OutboxDraft draft, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>The entries that are due, the longest waiting first; those whose key is gone are left out.</summary>
    public Task<IReadOnlyList<OutboxEntry>> DueAsync(int atMost, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Counts an attempt and sets the next. False: the entry is gone (withdrawn, erased).</summary>
    /// <param name="payload">Replaces the payload; null leaves it.</param>
    public Task<bool> PostponeAsync(OutboxEntry entry, DateTimeOffset due, ReadOnlyMemory<byte>? payload, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Deletes the entry and writes what follows from it, in one commit. False: it was withdrawn or erased meanwhile and nothing was written.</summary>
    public Task<bool> CompleteAsync(OutboxEntry entry, Completion completion, CancellationToken cancellation) => throw new InvalidOperationException();
}
