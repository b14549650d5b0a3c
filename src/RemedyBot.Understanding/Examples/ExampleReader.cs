using RemedyBot.Understanding.Signals;

namespace RemedyBot.Understanding.Examples;

/// <summary>Reads files of example messages: one message a line, `# author: ALIAS` above each author's block, further labels in braces at the end of a line.</summary>
public sealed class ExampleReader(IReadOnlyCollection<string> leaves)
{
    /// <summary>The file name (without ending) of messages without any harm.</summary>
    public const string NoneSection = "none";

    private const string SignalPrefix = "signal.";
    private const string AuthorMark = "# author:";
    private const string ChildPrefix = "child.";
    private const int LongestText = 4_000;

    private readonly HashSet<string> _leaves = new(leaves, StringComparer.Ordinal);
    private readonly HashSet<(string Language, string Text)> _seen = [];
    private readonly List<ExampleProblem> _problems = [];

    public IReadOnlyList<ExampleProblem> Problems => _problems;

    /// <summary>The messages of one file; a line that stands twice in a language counts once. Never throws for what stands in the file.</summary>
    /// <param name="path">For the problems only.</param>
    /// <param name="section">A leaf, `signal.NAME` or `none`: the file's name.</param>
    public IReadOnlyList<Example> Read(string path, string language, string section, string content)
    {
        var signal = section.StartsWith(SignalPrefix, StringComparison.Ordinal) ? SignalNames.Parse(section[SignalPrefix.Length..]) : null;
        if (section != NoneSection && signal is null && !_leaves.Contains(section))
        {
            _problems.Add(new(path, 1, $"`{section}` is no harm of dialogs/taxonomy.yaml, no `signal.NAME` and not `none`. Rename the file."));
            return [];
        }

        var examples = new List<Example>();
        var author = "";
        var number = 0;
        foreach (var raw in content.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.StartsWith(AuthorMark, StringComparison.Ordinal))
                author = line[AuthorMark.Length..].Trim();
            else if (line.Length > 0 && line[0] != '#' && One(line, language, author, section, signal, (detail) => _problems.Add(new(path, number, detail))) is { } example)
                examples.Add(example);
        }

        return examples;
    }

    private Example? One(string line, string language, string author, string section, Signal? signal, Action<string> wrong)
    {
        var (text, labels) = Split(line);
        if (author.Length == 0)
            wrong("Nobody is named as the author of this line. Write `# author: ALIAS` above it.");
        if (text.Length is 0 or > LongestText)
        {
            wrong(text.Length == 0 ? "There are labels but no message. Write the message before them." : "The message is longer than 4,000 characters. Shorten it.");
            return null;
        }

        if (!_seen.Add((language, text)))
        {
            wrong("This message stands twice among the examples of the language. Take one of them out.");
            return null;
        }

        var harms = new List<string>();
        var signals = new HashSet<Signal>();
        if (_leaves.Contains(section))
            harms.Add(section);
        if (signal is { } own)
            signals.Add(own);
        foreach (var label in labels)
        {
            if (SignalNames.Parse(label) is { } raised)
                signals.Add(raised);
            else if (!_leaves.Contains(label))
                wrong($"The label `{label}` is neither a harm of dialogs/taxonomy.yaml nor a signal. Correct it.");
            else if (!harms.Contains(label))
                harms.Add(label);
        }

        if (harms.Exists(h => h.StartsWith(ChildPrefix, StringComparison.Ordinal)))
            signals.Add(Signal.Minor);
        return new(text, language, author, harms, signals, section == NoneSection && harms.Count == 0 && signals.Count == 0);
    }

    private static (string Text, string[] Labels) Split(string line)
    {
        if (line[^1] != '}' || line.LastIndexOf('{') is not (>= 0 and var open))
            return (line, []);
        return (line[..open].Trim(), line[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
