using System.Text;
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

    /// <summary>
    /// The id of the one notice that follows a case (word to the desk's bell, of the consent's end, or that it is taken back): found again from
    /// the case's reference, so that taking back takes it along, and erasing finds what taking back has queued.
    /// </summary>
    public static long NoticeIdOf(string reference) => RowIds.Of("notice", Encoding.UTF8.GetBytes(reference), 0);

    /// <summary>Whether its row is there and no key opens it any more, so that it will never be delivered.</summary>
    public Task<bool> IsLostAsync(long id, CancellationToken cancellation) =>
        _database.ReadAsync(session => _deliveries.Entry(id).Read(session, out var exists) is null && exists, cancellation);

    /// <summary>False: it was gone already.</summary>
    public Task<bool> RemoveAsync(long id, CancellationToken cancellation) =>
        _database.CommitAsync(session => _deliveries.Entry(id).Delete(session) > 0, cancellation);

    /// <summary>Writes another payload into what nobody leases. False: it is gone.</summary>
    public Task<bool> ChangeAsync(long id, ReadOnlyMemory<byte> payload, CancellationToken cancellation) =>
        _database.CommitAsync(session => _deliveries.Change(session, id, _ => payload.ToArray()), cancellation);

    /// <summary>Queues something outside a turn.</summary>
    public Task AddAsync(OutboxDraft draft, CancellationToken cancellation) => _database.CommitAsync(
        session =>
        {
            _deliveries.Add(session, draft);
            return true;
        },
        cancellation);

    /// <summary>The entries that are due, the longest waiting first; dead ones and those whose key is gone are left out. Dispose each.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> DueAsync(int atMost, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var entries = await ListAsync(cancellation).ConfigureAwait(false);
        var due = entries.Where(entry => entry.Dead is null && entry.Due <= now).Take(atMost).ToList();
        entries.Except(due).ToList().ForEach(entry => entry.Dispose());
        return due;
    }

    /// <summary>All deliveries that open, dead letters too, in the order of their turn. Dispose each.</summary>
    public Task<IReadOnlyList<OutboxEntry>> ListAsync(CancellationToken cancellation) => ReadAsync(push: false, cancellation);

    /// <summary>All replies that wait to be pushed to messaging apps. Dispose each.</summary>
    public Task<IReadOnlyList<OutboxEntry>> PushesAsync(CancellationToken cancellation) => ReadAsync(push: true, cancellation);

    /// <summary>
    /// Takes an entry for one attempt, which counts from now on, whatever becomes of this process. Until <paramref name="length"/> is over nobody
    /// else gets it. Null: somebody else has it, or it is gone. The entry given is disposed of with the one returned.
    /// </summary>
    public async Task<OutboxEntry?> LeaseAsync(OutboxEntry entry, TimeSpan length, CancellationToken cancellation)
    {
        var end = _time.GetUtcNow() + length;
        // Whoever held it before died while sending.
        var head = EntryHead.After(entry, end, entry.Attempts + 1) with { Leased = true, MayHaveArrived = entry.MayHaveArrived || entry.Leased };
        return await RewriteAsync(entry, new(head), cancellation).ConfigureAwait(false) is { } tag
            ? entry with { Leased = true, Due = end, Tag = tag, MayHaveArrived = head.MayHaveArrived }
            : null;
    }

    /// <summary>Counts an attempt that failed and sets the next. False: the entry is gone (withdrawn, erased).</summary>
    public async Task<bool> PostponeAsync(OutboxEntry entry, Setback setback, CancellationToken cancellation)
    {
        var head = EntryHead.Of(setback.Due, entry.Attempts + 1) with { Last = setback.Reason, MayHaveArrived = entry.MayHaveArrived || setback.MayHaveArrived };
        return await RewriteAsync(entry, new(head, Letter: setback.Letter), cancellation).ConfigureAwait(false) is not null;
    }

    /// <summary>Puts an entry off that was not tried after all. False: it is gone.</summary>
    public async Task<bool> DeferAsync(OutboxEntry entry, DateTimeOffset due, CancellationToken cancellation) =>
        await RewriteAsync(entry, new(EntryHead.After(entry, due, entry.Attempts)), cancellation).ConfigureAwait(false) is not null;

    /// <summary>Makes a dead letter of it and tells the person, in one commit. False: it is gone.</summary>
    /// <param name="reason">A stable word.</param>
    /// <param name="lastDay">Until when somebody may still bring it back.</param>
    public async Task<bool> BuryAsync(OutboxEntry entry, string reason, DateOnly lastDay, LetterDraft? letter, CancellationToken cancellation)
    {
        var head = EntryHead.After(entry, _time.GetUtcNow(), entry.Attempts + 1) with { Dead = reason };
        return await RewriteAsync(entry, new(head, LastDay: lastDay, Letter: letter), cancellation).ConfigureAwait(false) is not null;
    }

    /// <summary>Lets a dead letter, or one that waits, be tried at once with all its attempts before it. False: it is gone or being sent.</summary>
    public async Task<bool> ReviveAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        var head = EntryHead.After(entry, _time.GetUtcNow(), 0) with { Last = entry.Last ?? entry.Dead, MayHaveArrived = entry.MayHaveArrived || entry.Leased };
        return await RewriteAsync(entry, new(head), cancellation).ConfigureAwait(false) is not null;
    }

    /// <summary>
    /// Deletes the entry and writes what follows from it, in one commit. False: it was withdrawn or erased meanwhile and nothing was written;
    /// if it had been delivered by then, a withdrawal must go after it.
    /// </summary>
    public Task<bool> CompleteAsync(OutboxEntry entry, Completion completion, CancellationToken cancellation) => _database.CommitAsync(
        session =>
        {
            if (!_deliveries.Entry(entry.Id).Delete(session, entry.Tag))
                return false;
            if (completion.Desk is { } draft && !_deliveries.Desk.Add(session, draft))
                return false;
            if (completion.Letter is { } letter)
                _deliveries.Put(session, letter);
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

    private async Task<IReadOnlyList<OutboxEntry>> ReadAsync(bool push, CancellationToken cancellation)
    {
        var values = await _database.ReadAsync(session => Shelf.ReadAll(session, Table.Outbox, _deliveries.EntrySeal), cancellation).ConfigureAwait(false);
        var asked = new List<OutboxEntry>();
        foreach (var entry in values.Select(Deliveries.Read))
        {
            if (entry.Push == push)
                asked.Add(entry);
            else
                entry.Dispose();
        }

        return [.. asked.OrderBy(entry => entry.Due)];
    }

    // The new tag; null where the entry is gone or was written meanwhile.
    private async Task<byte[]?> RewriteAsync(OutboxEntry entry, Rewriting change, CancellationToken cancellation)
    {
        byte[]? tag = null;
        var written = await _database.CommitAsync(
            session =>
            {
                var slot = _deliveries.Entry(entry.Id);
                if (slot.Read(session) is not { } old || !old.Tag.AsSpan().SequenceEqual(entry.Tag))
                    return false;
                var rows = _deliveries.Fill(slot, entry.Payload.Span, change.Head, change.LastDay ?? entry.LastDay);
                if (!slot.Replace(session, rows, old))
                    return false;
                if (change.Letter is { } letter)
                    _deliveries.Put(session, letter);
                tag = rows[0].Tag;
                return true;
            },
            cancellation).ConfigureAwait(false);
        return written ? tag : null;
    }

    /// <summary>What changes about an entry; null stays.</summary>
    private sealed record Rewriting(EntryHead Head, DateOnly? LastDay = null, LetterDraft? Letter = null);
}
