using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Outbox;

/// <summary>Tickets in systems that answer, and messages that wait for letters, sealed under the delivery key.</summary>
public sealed class ThreadStore
{
    private readonly Database _database;
    private readonly Deliveries _deliveries;

    internal ThreadStore(Database database, Deliveries deliveries)
    {
        _database = database;
        _deliveries = deliveries;
    }

    /// <summary>All threads whose key is there. Dispose each.</summary>
    public async Task<IReadOnlyList<ThreadEntry>> ListAsync(CancellationToken cancellation)
    {
        var values = await _database.ReadAsync(session => Shelf.ReadAll(session, Table.Thread, _deliveries.ThreadSeal), cancellation).ConfigureAwait(false);
        return [.. values.Select(value => new ThreadEntry(value))];
    }

    /// <summary>Moves the cursor on and puts what came into the person's box, in one commit. False: the thread is gone or changed meanwhile.</summary>
    public Task<bool> ReplaceAsync(ThreadEntry thread, ThreadDraft draft, LetterDraft? letter, CancellationToken cancellation) =>
        ReplaceAsync(thread, new ThreadChange(draft) { Letters = letter is null ? [] : [letter] }, cancellation);

    /// <summary>As above, with all that goes with it.</summary>
    public Task<bool> ReplaceAsync(ThreadEntry thread, ThreadChange change, CancellationToken cancellation) => _database.CommitAsync(
        session =>
        {
            var slot = _deliveries.Thread(thread.Stored.Id);
            if (!slot.Replace(session, slot.Fill(change.Draft.Payload.Span, Days.Number(change.Draft.LastDay), _deliveries.Randomness), thread.Stored))
                return false;
            foreach (var letter in change.Letters)
                _deliveries.Put(session, letter);
            foreach (var further in change.Further)
                _deliveries.Add(session, further);
            if (change.Ends is { } ends)
                _deliveries.Entry(ends).Delete(session);
            return true;
        },
        cancellation);
}
