using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>A question that waits, with the place it stands in.</summary>
internal sealed record Waiting(Dialog Dialog, Ask Ask, string Key, string? Item, IReadOnlyList<Choice> Choices)
{
    /// <summary>Key of the words told beside another question whose place the answer takes, or null.</summary>
    public string? Retold { get; init; }

    /// <summary>The only wishes that may be granted, because somebody who came back may not be alone; null otherwise.</summary>
    public IReadOnlySet<string>? Within { get; init; }

    /// <summary>Where the answer is kept.</summary>
    public string Kept => Retold ?? Key;
}
