using RemedyBot.Understanding.Examples;

namespace RemedyBot.Understanding.Training;

/// <summary>Groups of writers to leave out in turn: nobody is judged by a model that learned from them.</summary>
internal static class Folds
{
    private const int Most = 4;

    /// <summary>The messages of each group. A language with one writer is left out of none.</summary>
    public static IReadOnlyList<IReadOnlySet<int>> Of(IReadOnlyList<Example> examples)
    {
        var group = new Dictionary<(string, string), int>();
        foreach (var language in examples.Select(e => (e.Language, e.Author)).Distinct().GroupBy(e => e.Language))
        {
            var writers = language.Order().ToList();
            for (var at = 0; at < writers.Count && writers.Count > 1; at++)
                group[writers[at]] = at % Most;
        }

        return [.. Enumerable.Range(0, group.Values.DefaultIfEmpty(-1).Max() + 1).Select(fold => (IReadOnlySet<int>)Enumerable.Range(0, examples.Count)
            .Where(at => group.TryGetValue((examples[at].Language, examples[at].Author), out var own) && own == fold).ToHashSet())];
    }
}
