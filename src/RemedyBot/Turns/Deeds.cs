using RemedyBot.Storage.Vault;

namespace RemedyBot.Turns;

/// <summary>What a turn's effects came to: the file as it will be stored, and what goes into the same commit.</summary>
public sealed record Deeds(CaseFile File, TurnCommit Commit) : IDisposable
{
    private static readonly TurnCommit Nothing = new() { Payload = ReadOnlyMemory<byte>.Empty };

    /// <summary>What the answers come to, where somebody looked already.</summary>
    public CaseView? View { get; init; }

    /// <summary>What others wrote meanwhile, and all that the dialogs say; null where the conversation goes.</summary>
    public Heard? Heard { get; init; }

    /// <summary>The case code that this turn shows, in groups of five; null in every other.</summary>
    public string? Code { get; init; }

    /// <summary>What goes together with the conversation, where it goes for good.</summary>
    public Erasure? Gone { get; init; }

    public bool Ended => File.Conversation.Ended;

    /// <summary>Erased at the person's wish: nothing of it is told any more.</summary>
    public bool Erased { get; init; }

    public static Deeds None(CaseFile file) => new(file, Nothing);

    public void Dispose() => Commit.ShowCode?.Dispose();
}
