using RemedyBot.Storage.Codes;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Storage.Vault;

/// <summary>Everything one turn makes durable, all of it or nothing.</summary>
public sealed record TurnCommit
{
    /// <summary>The new state, UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The front end's id of the message; null when nothing was received (a greeting).</summary>
    public string? InboundId { get; init; }

    /// <summary>What was received under <see cref="InboundId"/>; only an HMAC of it is kept.</summary>
    public ReadOnlyMemory<byte> InboundBody { get; init; }

    /// <summary>The turn's activities, UTF-8 JSON without times; empty stores no turn. Ignored with <see cref="Stop"/>.</summary>
    public ReadOnlyMemory<byte> Turn { get; init; }

    /// <summary>Takes the place of the stored turn before this one (a case code becomes a placeholder).</summary>
    public ReadOnlyMemory<byte>? PreviousTurn { get; init; }

    /// <summary>Stop and keep: every older token is refused from now on, all turns are deleted.</summary>
    public bool Stop { get; init; }

    /// <summary>What tells for a day that this message ended the conversation; null where it did not, and where no app could send it again.</summary>
    public EndedMark? Ended { get; init; }

    /// <summary>An ended conversation in a messaging app goes on: its place leads to it again.</summary>
    public bool Reopens { get; init; }

    /// <summary>A code that this turn shows; its row is written now, an older code of the case dies.</summary>
    public CaseCode? ShowCode { get; init; }

    /// <summary>When the shown code dies by itself; null: it lives as long as the kept case. A code with an end does not keep the case.</summary>
    public DateTimeOffset? CodeUntil { get; init; }

    /// <summary>The case is no longer kept: its code row goes.</summary>
    public bool RemoveCode { get; init; }

    /// <summary>The person typed the code back: the HMAC for comparing it is no longer needed.</summary>
    public bool CodeConfirmed { get; init; }

    public IReadOnlyList<OutboxDraft> Outbox { get; init; } = [];

    public IReadOnlyList<Withdrawal> Withdrawals { get; init; } = [];

    /// <summary>What is to go, or no longer to go, when a letter comes; null leaves it as it is.</summary>
    public RingDraft? Ring { get; init; }

    /// <summary>Letters whose content is in <see cref="Payload"/> now; their rows go.</summary>
    public IReadOnlyList<Letter> LettersRead { get; init; } = [];

    /// <summary>The ids of all letter boxes of the case: unread letters live as long as the case does.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Boxes { get; init; } = [];
}
