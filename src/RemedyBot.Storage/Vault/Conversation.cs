namespace RemedyBot.Storage.Vault;

/// <summary>One conversation, opened for the length of a request. Zeroed when disposed (its key too).</summary>
public sealed class Conversation : IDisposable
{
    public ConversationKey Key => throw new InvalidOperationException();

    /// <summary>Nothing is stored yet.</summary>
    public bool IsNew => Seq == 0;

    /// <summary>The state as committed; empty when new.</summary>
    public ReadOnlyMemory<byte> Payload => throw new InvalidOperationException();

    /// <summary>The number of the last committed turn; 0 when new.</summary>
    public int Seq => throw new InvalidOperationException();

    /// <summary>The number of the first turn that history still holds.</summary>
    public int FirstSeq => throw new InvalidOperationException();

    /// <summary>The minute of the last turn; null when new.</summary>
    public DateTimeOffset? LastTurn => throw new InvalidOperationException();

    /// <summary>It has a code, so it lives for the kept retention.</summary>
    public bool Kept => throw new InvalidOperationException();

    /// <summary>The last UTC day on which it may still be there.</summary>
    public DateOnly LastDay => throw new InvalidOperationException();

    public string? CodeLookup => throw new InvalidOperationException();

    /// <summary>The day of the last return by code.</summary>
    public DateOnly? LastReturn => throw new InvalidOperationException();

    /// <summary>Whether a message was seen before.</summary>
    public InboundCheck Check(string inboundId, ReadOnlySpan<byte> body) => throw new InvalidOperationException();

    /// <summary>Whether what was typed is the code that was shown and not yet confirmed.</summary>
    public bool IsShownCode(string typed) => throw new InvalidOperationException();

    public void Dispose() => GC.SuppressFinalize(this);
}
