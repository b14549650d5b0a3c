namespace RemedyBot.Dialogs.Turns;

/// <summary>What the domain tells the engine while it walks: pure functions of the answers so far.</summary>
public interface IWorld
{
    /// <summary>Whether a `{fact: NAME}` holds.</summary>
    bool Holds(string fact, Circumstance at);

    /// <summary>The options of an `{from: LIST}`, the items of an `each`, the groups of a consent (mode in <see cref="Circumstance.Mode"/>).</summary>
    IReadOnlyList<Choice> List(string list, Circumstance at);
}

/// <summary>The place in the conversation that a fact or list is asked for.</summary>
public sealed record Circumstance(IReadOnlyList<Answer> Answers, string? Item, string? Mode, string? Language, IReadOnlySet<string> Signals);
