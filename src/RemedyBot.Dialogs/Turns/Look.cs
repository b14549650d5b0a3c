namespace RemedyBot.Dialogs.Turns;

/// <summary>Where a conversation stands, before its next turn.</summary>
public sealed class Look
{
    internal Look(Waiting? at, Message? present, IReadOnlyList<Choice> accepted) => (At, Present, Accepted) = (at, present, accepted);

    /// <summary>The question that waits, as a message without its progress; null before the first and after the end.</summary>
    public Message? Present { get; }

    /// <summary>Values taken at that question though they are not shown.</summary>
    public IReadOnlyList<Choice> Accepted { get; }

    internal Waiting? At { get; }
}
