using System.CommandLine;
using RemedyBot.Composition;
using RemedyBot.Understanding.Evaluation;
using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Training;

namespace RemedyBot.Commands;

/// <summary>`remedybot localize train` and `evaluate`: what the classifier learns from the example messages, and how well.</summary>
public static class LearningCommands
{
    private const string ReadmePath = "localization/README.md";
    private const string Begin = "<!-- figures: written by `remedybot localize train` -->";
    private const string End = "<!-- end of figures -->";

    public static Command Train()
    {
        var content = Content();
        var check = new Option<bool>("--check") { Description = "Write nothing; exit 1 if the model is not what examples, concepts and word lists give." };
        var command = new Command("train", "Learn from the example messages and write localization/understanding.model and its figures. Takes some minutes.\nExample: remedybot localize train") { content, check };
        command.SetAction(parsed => Train(parsed.GetValue(content) ?? ".", parsed.GetValue(check)));
        return command;
    }

    public static Command Evaluate()
    {
        var content = Content();
        var quick = new Option<bool>("--quick") { Description = "The development set only, by the model that is there: seconds instead of minutes." };
        var confusions = new Option<int>("--confusions") { Description = "How many confusions to show for each language; 0 for all.", DefaultValueFactory = _ => 30 };
        var command = new Command("evaluate", "Show how well messages are understood: by writers left out in turn, and on the development set.\nExample: remedybot localize evaluate --quick") { content, quick, confusions };
        command.SetAction(parsed => Evaluate(parsed.GetValue(content) ?? ".", parsed.GetValue(quick), parsed.GetValue(confusions)));
        return command;
    }

    private static Option<string?> Content() => new("--content") { Description = "The content folder; without it, the project's own (run it at the project's root)." };

    /// <param name="wrong">The exit status, where the result is null and everything was said.</param>
    private static (ContentFolder Folder, LoadedContent Content, Learning.Files Files)? Open(string root, out int wrong)
    {
        wrong = Usage.Findings;
        if (!Directory.Exists(Path.Combine(root, "localization")) || !Directory.Exists(Path.Combine(root, "dialogs")))
        {
            wrong = Usage.Say("There are no folders `dialogs` and `localization` here. Run this at the project's root, or name a folder with --content.");
            return null;
        }

        var folder = new ContentFolder(null, root);
        if (UsableContent.Open(folder) is not { } content)
            return null;
        var files = Learning.Read(folder, content.Domain);
        foreach (var problem in files.Problems)
            Console.Error.WriteLine($"{problem.Path}:{problem.Line}: {problem.Detail}");
        return (folder, content, files);
    }

    private static int Train(string root, bool check)
    {
        if (Open(root, out var wrong) is not { } opened)
            return wrong;
        // What has changed since is known without learning anew.
        if (check && opened.Content.Reader?.Fingerprint != opened.Files.Course.Fingerprint())
            return Checked(false);
        var (model, judged) = opened.Files.Course.Learn(Console.Error.WriteLine);
        var bytes = model.Write();
        if (check)
            return Checked(opened.Folder.Bytes(Learning.ModelPath) is { } old && old.AsSpan().SequenceEqual(bytes));

        File.WriteAllBytes(Path.Combine(root, Learning.ModelPath), bytes);
        var figures = Figures(judged, Development(opened.Files, new MessageReader(model, opened.Content.Signals)), bytes.Length, 5);
        Keep(Path.Combine(root, ReadmePath), figures);
        Console.Out.WriteLine(figures);
        return Usage.Well;
    }

    private static int Checked(bool same)
    {
        Console.Out.WriteLine(same ? "The model is what examples and lists give." : "The model is not what examples and lists give. Run `remedybot localize train`.");
        return same ? Usage.Well : Usage.Findings;
    }

    private static int Evaluate(string root, bool quick, int confusions)
    {
        if (Open(root, out var wrong) is not { } opened)
            return wrong;
        if (quick)
        {
            if (opened.Content.Reader is not { } reader)
                return Usage.Say(opened.Content.ModelProblem!);
            var development = Development(opened.Files, reader);
            Console.Out.WriteLine(Report.Table(development) + "\n" + Report.Conversations(development) + "\n" + Report.Confusions(development, confusions));
            return Usage.Well;
        }

        var (model, judged) = opened.Files.Course.Learn(Console.Error.WriteLine);
        Console.Out.WriteLine(Figures(judged, Development(opened.Files, new MessageReader(model, opened.Content.Signals)), model.Write().Length, confusions));
        return Usage.Well;
    }

    private static List<Judged> Development(Learning.Files files, MessageReader reader) =>
        [.. files.Development.Select(example => new Judged(example, reader.Read(example.Text), reader.Hear(example.Text)))];

    private static string Figures(IReadOnlyList<Judged> crossValidated, IReadOnlyList<Judged> development, int bytes, int confusions) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""
        Model: {bytes / 1024} KB.

        By writers left out in turn (each language's writers write very differently, so this is the hard figure; languages with one writer are missing):

        {Report.Table(crossValidated)}
        The development set, by a writer whom nothing was learned from:

        {Report.Table(development)}
        In a conversation, of the same messages: what is answered at once, and where "asked too" stands also what one question asks about.

        {Report.Conversations(development)}
        How far a score can be trusted, by writers left out:

        {Report.Reliability(crossValidated)}
        Confusions by writers left out:

        {Report.Confusions(crossValidated, confusions)}
        Confusions on the development set:

        {Report.Confusions(development, confusions)}
        """);

    private static void Keep(string readme, string figures)
    {
        var text = File.Exists(readme) ? File.ReadAllText(readme) : "";
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin >= 0 && end > begin)
            File.WriteAllText(readme, $"{text[..(begin + Begin.Length)]}\n{figures.Trim()}\n{text[end..]}");
    }
}
