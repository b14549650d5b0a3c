using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Tests.Dialogs;

/// <summary>A world whose facts and lists a test sets.</summary>
internal sealed class FakeWorld : IWorld
{
    public HashSet<string> Facts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string[]> Lists { get; } = new(StringComparer.Ordinal);

    public bool Holds(string fact, Circumstance at) => Facts.Contains(fact)
        || (fact == "granted" && at.Answers.Any(a => a.Item == at.Item && a.Item is not null && a.Values is [not "no", ..]))
        || (fact == "kept" && at.Answers.LastOrDefault(a => a.Step == "keep/keep") is { Values: ["yes"] });

    public IReadOnlyList<Choice> List(string list, Circumstance at) =>
        [.. Lists.GetValueOrDefault(list == "groups" ? $"groups.{at.Mode}" : list, []).Select(v => new Choice(v, null, v))];
}
