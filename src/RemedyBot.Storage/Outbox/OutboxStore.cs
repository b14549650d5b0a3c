using RemedyBot.Storage.Desk;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Outbox;

/// <summary>What is under way, sealed under the delivery key.</summary>
public sealed class OutboxStore
{
    private readonly Database _database;
    private readonly Deliveries _deliveries;
    private readonly TimeProvider _time;

    internal OutboxStore(Database database, Deliveries deliveries, TimeProvider time)
    {
        _database = database;
        _deliveries = deliveries;
        _time = time;
    }

    /// <summary>A random id for a draft.</summary>
    public long NewId() => RowIds.Random(_deliveries.Randomness);

    /// <summary>The id under which the replies of one turn wait to be pushed: found again from the conversation, so that erasing takes them along.</summary>
    public static long PushIdOf(Conversation conversation, int seq)
    {
        var secret = Derivation.Derive(conversation.Key.Key.Span, conversation.Key.Id, Purpose.PushId);
        return RowIds.Keyed(secret, seq, 0);
    }

    /// <summary>Everything that waits, whenever it is due. Dispose each.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> ListAsync(CancellationToken cancellation)
    {
        var values = await _database.ReadAsync(session => Shelf.ReadAll(session, Table.Outbox, _deliveries.EntrySeal), cancellation).ConfigureAwait(false);
        return [.. values.Select(Deliveries.Read).OrderBy(entry => entry.Due)];
    }

    /// <summary>False: it was gone already.</summary>
    public Task<bool> RemoveAsync(long id, CancellationToken cancellation) =>
        _database.CommitAsync(session => _deliveries.Entry(id).Delete(session) > 0, cancellation);

    /// <summary>Queues something outside a turn.</summary>
    public Task AddAsync(OutboxDraft draft, CancellationToken cancellation) => _database.CommitAsync(
        session =>
        {
            _deliveries.Add(session, draft);
            return true;
        },
        cancellation);

    /// <summary>The entries that are due, the longest waiting first; those whose key is gone are left out. Dispose each.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> DueAsync(int atMost, CancellationToken cancellation)
    {
        var values = await _database.ReadAsync(session => Shelf.ReadAll(session, Table.Outbox, _deliveries.EntrySeal), cancellation).ConfigureAwait(false);
        var now = _time.GetUtcNow();
        var entries = values.Select(Deliveries.Read).OrderBy(entry => entry.Due).ToList();
        var due = entries.Where(entry => entry.Due <= now).Take(atMost).ToList();
        entries.Except(due).ToList().ForEach(entry => entry.Dispose());
        return due;
    }

    /// <summary>Counts an attempt and sets the next. False: the entry is gone (withdrawn, erased).</summary>
    /// <param name="payload">Replaces the payload; null leaves it.</param>
    public Task<bool> PostponeAsync(OutboxEntry entry, DateTimeOffset due, ReadOnlyMemory<byte>? payload, CancellationToken cancellation) => _database.CommitAsync(
        session =>
        {
            var slot = _deliveries.Entry(entry.Id);
            var rows = _deliveries.Fill(slot, (payload ?? entry.Payload).Span, due, entry.Attempts + 1, entry.LastDay);
            return slot.Read(session) is { } old && old.Tag.AsSpan().SequenceEqual(entry.Tag) && slot.Replace(session, rows, old);
        },
        cancellation);

    /// <summary>
    /// Deletes the entry and writes what follows from it, in one commit. False: it was withdrawn or erased meanwhile and nothing was written;
    /// if it had been delivered by then, a withdrawal must go after it.
    /// </summary>
    public Task<bool> CompleteAsync(OutboxEntry entry, Completion completion, CancellationToken cancellation) => _database.CommitAsync(
        session =>
        {
            if (!_deliveries.Entry(entry.Id).Delete(session, entry.Tag))
                return false;
            if (completion.Desk is { } draft && !DeskSlot.Add(session, draft, _deliveries.Randomness))
                return false;
            if (completion.Letter is { } letter)
                LetterBox.Add(session, letter, _deliveries.Randomness);
            if (completion.Thread is { } thread)
            {
                var slot = _deliveries.Thread(entry.Id);
                slot.Put(session, slot.Fill(thread.Payload.Span, Days.Number(thread.LastDay), _deliveries.Randomness));
            }

            if (completion.Next is { } next)
                _deliveries.Add(session, next);
            return true;
        },
        cancellation);
}
