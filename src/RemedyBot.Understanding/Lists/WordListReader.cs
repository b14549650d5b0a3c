using RemedyBot.Understanding.Signals;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Understanding.Lists;

/// <summary>Reads the text of a style file. Sections it does not know are left to others.</summary>
public sealed class WordListReader
{
    private readonly string language;
    private readonly List<StyleProblem> problems = [];

    private WordListReader(string language) => this.language = language;

    /// <summary>Never throws for what stands in the file: see <see cref="WordLists.Problems"/>.</summary>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="yaml">The file's content.</param>
    public static WordLists Read(string language, string yaml)
    {
        var reader = new WordListReader(language);
        return reader.Lists(reader.Root(yaml)) with { Problems = reader.problems };
    }

    private YamlMappingNode? Root(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            using var text = new StringReader(yaml);
            stream.Load(text);
            if (stream.Documents.Count == 0)
                return null;
            if (stream.Documents[0].RootNode is YamlMappingNode root)
                return root;
            Report(stream.Documents[0].RootNode, "shape", "the file is not a mapping");
        }
        catch (YamlException broken)
        {
            problems.Add(new StyleProblem(language, ToLine(broken.Start.Line), "yaml", "this is not valid YAML"));
        }

        return null;
    }

    private WordLists Lists(YamlMappingNode? root)
    {
        var negation = Named(root, "negation");
        return new WordLists
        {
            Language = language,
            Signals = BySignal(root, "signals"),
            Except = BySignal(root, "except"),
            Words = ByName(root, "words"),
            Relations = ByName(root, "relations"),
            Money = ByName(root, "money"),
            Spelling = Spelling(root),
            NotTypos = Texts(root, "not_typos"),
            NegatedBy = negation.TryGetValue("before", out var before) ? Plain(before) : [],
            NegatedThrough = negation.TryGetValue("through", out var through) ? Plain(through) : [],
            Lists = Named(root, "lists").ToDictionary(pair => pair.Key, pair => (IReadOnlyList<ListEntry>)Entries(pair.Value), StringComparer.Ordinal),
        };
    }

    private Dictionary<string, IReadOnlyList<SignalPhrase>> ByName(YamlMappingNode? root, string section) =>
        Named(root, section).ToDictionary(pair => pair.Key, pair => (IReadOnlyList<SignalPhrase>)Phrases(pair.Value), StringComparer.Ordinal);

    private Dictionary<Signal, IReadOnlyList<SignalPhrase>> BySignal(YamlMappingNode? root, string section)
    {
        var found = new Dictionary<Signal, IReadOnlyList<SignalPhrase>>();
        foreach (var (name, node) in Named(root, section))
        {
            if (SignalNames.Parse(name) is { } signal)
                found[signal] = Phrases(node);
            else
                Report(node, "signal", $"{section}: this is none of danger, selfharm, minor, spyware, custody");
        }

        return found;
    }

    private Dictionary<string, string> Spelling(YamlMappingNode? root)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (written, meant) in Named(root, "spelling"))
        {
            if (meant is YamlScalarNode { Value: { Length: > 0 } value })
                found[written] = value;
            else
                Report(meant, "shape", "spelling: a word or words are expected");
        }

        return found;
    }

    private Dictionary<string, YamlNode> Named(YamlMappingNode? root, string section)
    {
        var found = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (Child(root, section) is not { } node)
            return found;
        if (node is not YamlMappingNode map)
        {
            Report(node, "shape", $"{section}: a mapping is expected");
            return found;
        }

        foreach (var (key, value) in map.Children)
        {
            if (key is YamlScalarNode { Value: { Length: > 0 } name })
                found[name] = value;
            else
                Report(key, "shape", $"{section}: a name is expected");
        }

        return found;
    }

    private List<string> Texts(YamlMappingNode? root, string section) =>
        Child(root, section) is { } node ? Plain(node) : [];

    private List<string> Plain(YamlNode node) => [.. Phrases(node).Select(phrase => phrase.Text)];

    private List<SignalPhrase> Phrases(YamlNode node)
    {
        var found = new List<SignalPhrase>();
        foreach (var item in Items(node))
        {
            if (item is YamlScalarNode { Value: { Length: > 0 } text })
                found.Add(new SignalPhrase(text, ToLine(item.Start.Line)));
            else
                Report(item, "shape", "a phrase is expected");
        }

        return found;
    }

    private List<ListEntry> Entries(YamlNode node)
    {
        var found = new List<ListEntry>();
        foreach (var item in Items(node))
        {
            if (item is YamlScalarNode { Value: { Length: > 0 } text })
                found.Add(new ListEntry(text, null));
            else if (item is YamlMappingNode map && Scalar(map, "phrase") is { } phrase)
                found.Add(new ListEntry(phrase, Scalar(map, "better")));
            else
                Report(item, "shape", "a phrase, or phrase and better, is expected");
        }

        return found;
    }

    private YamlSequenceNode Items(YamlNode node)
    {
        if (node is YamlSequenceNode list)
            return list;
        Report(node, "shape", "a list is expected");
        return [];
    }

    private static string? Scalar(YamlMappingNode map, string name) =>
        Child(map, name) is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    private static YamlNode? Child(YamlMappingNode? map, string name) =>
        map is not null && map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node : null;

    private void Report(YamlNode node, string code, string detail) =>
        problems.Add(new StyleProblem(language, ToLine(node.Start.Line), code, detail));

    private static int ToLine(long line) => (int)Math.Clamp(line, 0, int.MaxValue);
}
