namespace RemedyBot.Storage.Vault;

/// <summary>What goes together with a conversation, its turns and its code.</summary>
public sealed record Erasure
{
    /// <summary>Handoffs to take back. Empty for a stop without keeping: what was handed over stays handed over.</summary>
    public IReadOnlyList<Withdrawal> Withdrawals { get; init; } = [];

    /// <summary>Stays behind for a day where an app may send the message again that ended it; null elsewhere.</summary>
    public EndedMark? Ended { get; init; }

    /// <summary>The ids of all letter boxes of the case; their unread letters go, and what is to go when one comes.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Boxes { get; init; } = [];
}
