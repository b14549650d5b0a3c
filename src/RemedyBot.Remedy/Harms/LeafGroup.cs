namespace RemedyBot.Remedy.Harms;

/// <summary>Harms that people look for in one place, in the order in which they are offered.</summary>
public sealed record LeafGroup(string Id, IReadOnlyList<Leaf> Leaves);
