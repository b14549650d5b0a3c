using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Dialogs.Loading;

/// <summary>Reads YAML nodes and gathers what is wrong with them, so that one run of `check` shows all mistakes of a file.</summary>
internal sealed class Node(string file, List<Diagnostic> found)
{
    public string File => file;

    public void Wrong(string id, YamlNode at, string message) => Wrong(id, Line(at), message);

    public void Wrong(string id, int line, string message) => found.Add(new(id, Severity.Error, file, line, message));

    public static int Line(YamlNode node) => (int)node.Start.Line;

    /// <summary>The file's one mapping, or null (with a diagnostic) where it is not YAML or not a mapping.</summary>
    public YamlMappingNode? Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return root;
            Wrong("D01", 1, "A content file is one mapping of keys to values. Begin it with `dialog: NAME` or `texts:`.");
        }
        catch (YamlException e)
        {
            Wrong("D01", (int)e.Start.Line, "This is not well-formed YAML. Look at quotes, colons and indentation on and above this line.");
        }
        return null;
    }

    public static YamlNode? Get(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    public string? String(YamlMappingNode map, string key)
    {
        switch (Get(map, key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value;
            case var other:
                Wrong("D03", other, $"`{key}` takes one value. Write it on the same line, in quotes if it holds a colon.");
                return null;
        }
    }

    public bool? Bool(YamlMappingNode map, string key)
    {
        var text = String(map, key);
        if (text is null)
            return null;
        if (text is "true" or "false")
            return text == "true";
        Wrong("D03", Get(map, key)!, $"`{key}` is `true` or `false`.");
        return null;
    }

    public int? Int(YamlMappingNode map, string key)
    {
        var text = String(map, key);
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Wrong("D03", Get(map, key)!, $"`{key}` is a whole number.");
        return null;
    }

    public IReadOnlyList<string> Strings(YamlNode? node, string key)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlScalarNode { Value: { } one }:
                return [one];
            case YamlSequenceNode many when many.Children.All(c => c is YamlScalarNode):
                return [.. many.Children.Select(c => ((YamlScalarNode)c).Value ?? "")];
            default:
                Wrong("D03", node, $"`{key}` is a value or a list of values: [a, b].");
                return [];
        }
    }

    public YamlMappingNode? Map(YamlNode? node, string what)
    {
        if (node is null or YamlMappingNode)
            return node as YamlMappingNode;
        Wrong("D03", node, $"{what} is a mapping of keys to values.");
        return null;
    }

    /// <summary>Tells of every key that is not one of those known, and what was perhaps meant.</summary>
    public void Known(YamlMappingNode map, string what, params ReadOnlySpan<string> keys)
    {
        foreach (var key in map.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !Contains(keys, name))
                Wrong("D02", key, $"{what} has no key `{(key as YamlScalarNode)?.Value}`. It may have: {string.Join(", ", keys.ToArray())}.");
    }

    private static bool Contains(ReadOnlySpan<string> keys, string name)
    {
        foreach (var key in keys)
            if (string.Equals(key, name, StringComparison.Ordinal))
                return true;
        return false;
    }
}
