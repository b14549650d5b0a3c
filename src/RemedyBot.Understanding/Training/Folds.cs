using RemedyBot.Understanding.Examples;

namespace RemedyBot.Understanding.Training;

/// <summary>Groups of writers to leave out in turn: nobody is judged by a model that learned from them.</summary>
internal static class Folds
{
    private const int Most = 4;

    /// <summary>The messages of each group. A language with one writer is left out of none.</summary>
    public static IReadOnlyList<IReadOnlySet<int>> Of(IReadOnlyList<Example> examples)
    {
        var several = examples.Select(e => (e.Language, e.Author)).Distinct().CountBy(writer => writer.Language).Where(language => language.Value > 1).Select(language => language.Key).ToHashSet();
        var writers = examples.Where(e => several.Contains(e.Language)).Select(Writer).Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. Enumerable.Range(0, Math.Min(Most, writers.Count)).Select(fold => (IReadOnlySet<int>)Enumerable.Range(0, examples.Count)
            .Where(at => several.Contains(examples[at].Language) && writers.IndexOf(Writer(examples[at])) % Most == fold).ToHashSet())];
    }

    /// <summary>Who writes in several languages has one number: "en8" and "hi8".</summary>
    private static string Writer(Example example) => example.Author.StartsWith(example.Language, StringComparison.Ordinal) ? example.Author[example.Language.Length..] : example.Author;
}
