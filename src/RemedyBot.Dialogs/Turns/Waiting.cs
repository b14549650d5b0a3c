using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>A question that waits, with the place it stands in.</summary>
internal sealed record Waiting(Dialog Dialog, Ask Ask, string Key, string? Item, IReadOnlyList<Choice> Choices)
{
    /// <summary>Key of the words told beside another question whose place the answer takes, or null.</summary>
    public string? Retold { get; init; }

    /// <summary>The only wishes that may be granted, because somebody who came back may not be alone; null otherwise.</summary>
    public IReadOnlySet<string>? Within { get; init; }

    /// <summary>It is not the question that was sent last: nobody has seen it, so nothing answers it.</summary>
    public bool Unseen { get; init; }

    /// <summary>The open question that came in before this one since it was sent, and is asked next; null where none did.</summary>
    public Waiting? Before { get; init; }

    /// <summary>Where the answer is kept.</summary>
    public string Kept => Retold ?? Key;
}
