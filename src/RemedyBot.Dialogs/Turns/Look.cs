using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>Where a conversation stands, before its next turn.</summary>
public sealed class Look
{
    internal Look(Waiting? at, Message? present, IReadOnlyList<Choice> accepted) => (At, Present, Accepted) = (at, present, accepted);

    /// <summary>The question that waits, as a message without its progress, with the answers that were offered when it was sent; null before the first and after the end.</summary>
    public Message? Present { get; }

    /// <summary>Values taken at that question though they are not shown.</summary>
    public IReadOnlyList<Choice> Accepted { get; }

    /// <summary>Its model, or null.</summary>
    public Ask? Ask => At?.Ask;

    /// <summary>It is not the one that was sent last: what is said now is no answer to it.</summary>
    public bool IsUnseen => At?.Unseen == true;

    /// <summary>Shown again, it is what was sent: the same question with the same answers.</summary>
    public bool Stands => At is null || (!At.Unseen && Present!.Choices.Select(c => c.Value).SequenceEqual(At.Choices.Select(c => c.Value), StringComparer.Ordinal));

    internal Waiting? At { get; }
}
