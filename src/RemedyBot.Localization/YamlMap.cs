using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Localization;

/// <summary>A read-only view of a YAML mapping that answers with emptiness instead of exceptions.</summary>
internal sealed class YamlMap
{
    private readonly YamlMappingNode _node;

    private YamlMap(YamlMappingNode node) => _node = node;

    /// <param name="problem">What is wrong and in which line, or null.</param>
    public static YamlMap Parse(string text, out (string Message, int Line)? problem)
    {
        problem = null;
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(text);
            stream.Load(reader);
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
                return new YamlMap(root);
            if (stream.Documents.Count > 0)
                problem = ("The file must hold one mapping (lines of the form `key: value`).", 1);
        }
        catch (YamlException e)
        {
            // The parser's own words may quote the file; the place is enough.
            problem = ("The YAML cannot be read here: look for a missing quote, bracket or space.", (int)e.Start.Line);
        }

        return new YamlMap(new YamlMappingNode());
    }

    public IEnumerable<string> Keys => _node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    public string? Text(string key) => (Child(key) as YamlScalarNode)?.Value;

    public int Line(string key) => (int)(Child(key)?.Start.Line ?? _node.Start.Line);

    public YamlMap Map(string key) => new(Child(key) as YamlMappingNode ?? new YamlMappingNode());

    public IReadOnlyList<string> List(string key) => Scalars(Child(key));

    public IReadOnlyList<IReadOnlyList<string>> Lists(string key) =>
        Child(key) is YamlSequenceNode rows ? [.. rows.Children.Select(Scalars)] : [];

    private static IReadOnlyList<string> Scalars(YamlNode? node) => node switch
    {
        YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "")],
        YamlScalarNode { Value: { Length: > 0 } one } => [one],
        _ => [],
    };

    private YamlNode? Child(string key) =>
        _node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
}
