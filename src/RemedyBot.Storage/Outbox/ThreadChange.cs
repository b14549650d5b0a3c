using RemedyBot.Storage.Mailboxes;

namespace RemedyBot.Storage.Outbox;

/// <summary>What becomes of a thread, and what goes with it in one commit.</summary>
public sealed record ThreadChange(ThreadDraft Draft)
{
    /// <summary>Into the person's box.</summary>
    public IReadOnlyList<LetterDraft> Letters { get; init; } = [];

    /// <summary>To be delivered because of it.</summary>
    public IReadOnlyList<OutboxDraft> Further { get; init; } = [];

    /// <summary>An outbox entry that need not be delivered any more.</summary>
    public long? Ends { get; init; }
}
