using RemedyBot.Understanding.Concepts;
using RemedyBot.Understanding.Examples;
using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Models;
using RemedyBot.Understanding.Signals;
using RemedyBot.Understanding.Training;

namespace RemedyBot.Composition;

/// <summary>The files that the classifier learns from, and the one that it learned.</summary>
public static class Learning
{
    public const string ModelPath = "localization/understanding.model";
    private const string ForeignPath = "localization/foreign.txt";
    private const string Root = "localization/";

    /// <summary>What is learned from.</summary>
    /// <param name="Course">Examples, concepts and leaves.</param>
    /// <param name="Development">Messages kept apart, to judge by.</param>
    /// <param name="Problems">Lines that cannot be used.</param>
    public sealed record Files(Course Course, IReadOnlyList<Example> Development, IReadOnlyList<ExampleProblem> Problems);

    /// <summary>The model that came with the content, or a sentence that says what to do.</summary>
    public static (MessageReader? Reader, string? Problem) Reader(ContentFolder folder, SignalFinder signals)
    {
        try
        {
            return folder.Bytes(ModelPath) is { } bytes
                ? (new MessageReader(TrainedModel.Read(bytes), signals), null)
                : (null, "There is no model. Run `remedybot localize train`.");
        }
        catch (FormatException e)
        {
            return (null, e.Message);
        }
    }

    public static Files Read(ContentFolder folder, Domain domain)
    {
        IReadOnlyList<string> leaves = [.. domain.Taxonomy.Leaves.Select(l => l.Id).Where(l => !l.StartsWith("other.", StringComparison.Ordinal))];
        var problems = new List<ExampleProblem>();
        var examples = Examples(folder, "/examples/", leaves, problems);
        var development = Examples(folder, "/development/", leaves, problems);
        var known = examples.Select(e => (e.Language, e.Text)).ToHashSet();
        problems.AddRange(development.Where(d => known.Contains((d.Language, d.Text)))
            .Select(d => new ExampleProblem($"{Root}{d.Language}/development/{(d.Harms is [var harm, ..] ? harm : ExampleReader.NoneSection)}.txt", 1, "A message of the development set stands among the examples too. Take it out of one of them.")));
        var concepts = folder.Files(Root, "/concepts.yaml").Select(f => (f.Path, List: ConceptList.Read(Language(f.Path), f.Content))).ToList();
        problems.AddRange(concepts.SelectMany(c => c.List.Problems.Select(p => new ExampleProblem(c.Path, p.Line, p.Detail))));
        var foreign = folder.Text(ForeignPath).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#');
        return new(new Course(examples, [.. foreign], [.. concepts.Select(c => c.List)], leaves, LoadedContent.Lists(folder)), development, problems);
    }

    private static List<Example> Examples(ContentFolder folder, string part, IReadOnlyList<string> leaves, List<ExampleProblem> problems)
    {
        var reader = new ExampleReader(leaves);
        var examples = new List<Example>();
        foreach (var file in folder.Files(Root, ".txt").Where(f => f.Path.Contains(part, StringComparison.Ordinal)))
            examples.AddRange(reader.Read(file.Path, Language(file.Path), Path.GetFileNameWithoutExtension(file.Path), file.Content.Replace("\r", "", StringComparison.Ordinal)));
        problems.AddRange(reader.Problems);
        return examples;
    }

    private static string Language(string path) => path[Root.Length..path.IndexOf('/', Root.Length)];
}
