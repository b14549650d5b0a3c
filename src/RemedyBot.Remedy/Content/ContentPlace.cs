using YamlDotNet.RepresentationModel;

namespace RemedyBot.Remedy.Content;

/// <summary>A place in a content file, so that whoever reads it can say where a mistake stands.</summary>
public sealed class ContentPlace(string path, YamlNode node)
{
    public string Path => path;

    /// <summary>From 1.</summary>
    public int Line => (int)node.Start.Line;

    /// <summary>What stands under a key; where nothing does, this place.</summary>
    public ContentPlace At(string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? new(path, child) : this;

    /// <summary>Each entry of the list under a key, with its place.</summary>
    /// <exception cref="ContentException">An entry is empty.</exception>
    public IEnumerable<(T Entry, ContentPlace Place)> Each<T>(IReadOnlyList<T>? list, string key) where T : class?
    {
        if (At(key).Node is not YamlSequenceNode items)
            yield break;
        for (var i = 0; i < list?.Count; i++)
        {
            var place = new ContentPlace(path, items.Children[i]);
            yield return (list[i] ?? throw place.Wrong("an entry is empty. Write it, or take the dash out"), place);
        }
    }

    /// <exception cref="ContentException">Nothing is there.</exception>
    public string Need(string? value, string key) =>
        string.IsNullOrWhiteSpace(value) ? throw Wrong($"'{key}' is missing. Write it here: `{key}: …`") : value;

    /// <summary>The mistake, to be thrown.</summary>
    /// <param name="problem">What is wrong and what to do, without the last full stop.</param>
    public ContentException Wrong(string problem) => new(path, Line, problem);

    private YamlNode Node => node;
}
