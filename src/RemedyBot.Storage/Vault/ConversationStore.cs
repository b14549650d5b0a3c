using RemedyBot.Storage.Codes;

namespace RemedyBot.Storage.Vault;

/// <summary>Loads, commits, moves and erases conversations.</summary>
public sealed class ConversationStore
{
    /// <summary>Opens a conversation. Null: closed, erased, expired or never been (nobody can tell which).</summary>
    /// <param name="key">Belongs to the returned conversation from now on.</param>
    /// <param name="mayBegin">True for a <c>new</c> token: where nothing is stored, an empty conversation comes back.</param>
    public Task<Conversation?> LoadAsync(ConversationKey key, bool mayBegin, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>One turn, one commit. The conversation is used up afterwards: load it again.</summary>
    public Task<CommitResult> CommitAsync(Conversation conversation, TurnCommit turn, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Return by code: <paramref name="turn"/> is committed to <paramref name="here"/>, the code opens it from now on, the old rows go.</summary>
    public Task<CommitResult> ReturnAsync(Conversation here, ReturnTicket ticket, TurnCommit turn, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Deletes the conversation and what belongs to it, and the traces of it in the write-ahead log. Also a stop without keeping.</summary>
    public Task<CommitResult> EraseAsync(Conversation conversation, Erasure erasure, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>A stored turn's activities; null where it is gone.</summary>
    public Task<byte[]?> ReadTurnAsync(Conversation conversation, int seq, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>The turns from <paramref name="fromSeq"/> on, at most <paramref name="count"/>, in order.</summary>
    public Task<IReadOnlyList<StoredTurn>> ReadTurnsAsync(Conversation conversation, int fromSeq, int count, CancellationToken cancellation) => throw new InvalidOperationException();
}
