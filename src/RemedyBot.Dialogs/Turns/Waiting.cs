using RemedyBot.Dialogs.Model;

namespace RemedyBot.Dialogs.Turns;

/// <summary>A question that waits, with the place it stands in.</summary>
internal sealed record Waiting(Dialog Dialog, Ask Ask, string Key, string? Item, IReadOnlyList<Choice> Choices);
