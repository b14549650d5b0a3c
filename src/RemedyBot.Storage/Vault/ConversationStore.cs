using RemedyBot.Storage.Codes;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Vault;

/// <summary>Loads, commits, moves and erases conversations.</summary>
public sealed class ConversationStore
{
    private readonly Workshop _shop;
    private readonly CodeSealer _sealer;
    private readonly LogTruncation _log;
    private readonly StartLimit _limit;

    internal ConversationStore(Workshop shop, CodeSealer sealer, LogTruncation log, StartLimit limit)
    {
        _shop = shop;
        _sealer = sealer;
        _log = log;
        _limit = limit;
    }

    /// <summary>Opens a conversation. Null: closed, erased, expired or never been (nobody can tell which).</summary>
    /// <param name="key">Belongs to the returned conversation from now on; disposed where there is none.</param>
    /// <param name="mayBegin">True for a <c>new</c> token: where nothing is stored, an empty conversation comes back.</param>
    public async Task<Conversation?> LoadAsync(ConversationKey key, bool mayBegin, CancellationToken cancellation)
    {
        var (found, exists) = await FindAsync(key, cancellation).ConfigureAwait(false);
        if (found is not null && found.Head.Generation == key.Generation)
            return found;
        if (!exists && mayBegin && key.Generation == 0)
            return Conversation.Begin(key);
        found?.Dispose();
        key.Dispose();
        return null;
    }

    /// <summary>One turn, one commit. The conversation is used up afterwards: load it again.</summary>
    public Task<CommitResult> CommitAsync(Conversation conversation, TurnCommit turn, CancellationToken cancellation) =>
        WriteAsync(conversation, turn, null, cancellation);

    /// <summary>
    /// Return by code: <paramref name="turn"/> is committed to <paramref name="here"/>, the code opens that from now on, the old rows go.
    /// A code with an end dies instead.
    /// </summary>
    public Task<CommitResult> ReturnAsync(Conversation here, ReturnTicket ticket, TurnCommit turn, CancellationToken cancellation) =>
        // Typed in the very conversation that it opens, a code has nothing to move.
        WriteAsync(here, turn, ticket.Old.Key.Id.SequenceEqual(here.Key.Id) ? null : ticket, cancellation);

    /// <summary>
    /// Deletes the conversation and what belongs to it, and the traces of it in the write-ahead log. Also a stop without keeping.
    /// Where a reader holds the log or the disk fails, it goes on trying in the background and readiness says so.
    /// </summary>
    public async Task<CommitResult> EraseAsync(Conversation conversation, Erasure erasure, CancellationToken cancellation)
    {
        using var slots = new ConversationSlots(conversation.Key, _shop.Randomness);
        var written = await _shop.Database.CommitAsync(
            session =>
            {
                if (conversation.Stored is { } stored && !slots.State.Delete(session, stored.Tag))
                    return false;
                slots.DeleteTurns(session, conversation.Head);
                CodeSlot.DeleteOwn(session, conversation.Head);
                if (conversation.Key.RowSalt is not null)
                    DeletePushes(session, conversation);
                foreach (var box in erasure.Boxes)
                    _shop.Deliveries.Clear(session, box);
                foreach (var withdrawal in erasure.Withdrawals)
                    _shop.Deliveries.TakeBack(session, withdrawal);
                erasure.Ended?.Write(session);
                return true;
            },
            cancellation).ConfigureAwait(false);
        if (!written)
            return CommitResult.Conflict;
        await _log.TruncateAsync().ConfigureAwait(false);
        return CommitResult.Committed;
    }

    // Replies that an app has not taken yet: what was erased is not said after all.
    private void DeletePushes(RowSession session, Conversation conversation)
    {
        for (var seq = conversation.FirstSeq; seq <= conversation.Seq; seq++)
            _shop.Deliveries.Entry(OutboxStore.PushIdOf(conversation, seq)).Delete(session);
    }

    /// <summary>A stored turn's activities; null where it is gone.</summary>
    public async Task<byte[]?> ReadTurnAsync(Conversation conversation, int seq, CancellationToken cancellation)
    {
        using var slots = new ConversationSlots(conversation.Key, _shop.Randomness);
        var value = await _shop.Database.ReadAsync(session => slots.Turn(seq).Read(session), cancellation).ConfigureAwait(false);
        return value?.Content;
    }

    /// <summary>The turns from <paramref name="fromSeq"/> on, at most <paramref name="count"/>, in order.</summary>
    public async Task<IReadOnlyList<StoredTurn>> ReadTurnsAsync(Conversation conversation, int fromSeq, int count, CancellationToken cancellation)
    {
        using var slots = new ConversationSlots(conversation.Key, _shop.Randomness);
        var first = Math.Max(fromSeq, conversation.FirstSeq);
        return await _shop.Database.ReadAsync(
            session =>
            {
                var turns = new List<StoredTurn>();
                for (var seq = first; seq <= conversation.Seq && turns.Count < count; seq++)
                {
                    if (slots.Turn(seq).Read(session) is { } value)
                        turns.Add(new StoredTurn(seq, value.Content));
                }

                return turns;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>A code does not know the generation: it opens what was stopped.</summary>
    internal async Task<Conversation?> LoadByCodeAsync(ConversationKey key, CancellationToken cancellation)
    {
        var (found, _) = await FindAsync(key, cancellation).ConfigureAwait(false);
        if (found is null)
            key.Dispose();
        return found;
    }

    private async Task<(Conversation? Found, bool Exists)> FindAsync(ConversationKey key, CancellationToken cancellation)
    {
        using var slots = new ConversationSlots(key, _shop.Randomness);
        var exists = false;
        var value = await _shop.Database.ReadAsync(session => slots.State.Read(session, out exists), cancellation).ConfigureAwait(false);
        // The sweeper may come an hour late; what is over is over.
        return value is null || value.Day < _shop.Retention.Today ? (null, exists) : (Conversation.From(key, value), true);
    }

    private async Task<CommitResult> WriteAsync(Conversation here, TurnCommit turn, ReturnTicket? ticket, CancellationToken cancellation)
    {
        StoredRow? code = null;
        if (turn.ShowCode is { } shown)
        {
            var day = turn.CodeUntil is { } until ? Days.Number(until) : _shop.Retention.LastDay(kept: true);
            code = await _sealer.SealAsync(shown, here.Key, turn.CodeUntil, day, cancellation).ConfigureAwait(false);
            if (code is null)
                return CommitResult.Busy;
        }

        using var plan = new TurnPlan(_shop, here, turn, ticket, code);
        if (!await _shop.Database.CommitAsync(plan.Apply, cancellation).ConfigureAwait(false))
            return CommitResult.Conflict;
        if (here.IsNew)
            _limit.Count();
        // What was taken back stands in the log no longer than what was erased.
        if (turn.Withdrawals.Count > 0 || turn.Ring is { At.Count: 0 })
            await _log.TruncateAsync().ConfigureAwait(false);
        return CommitResult.Committed;
    }
}
