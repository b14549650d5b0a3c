using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Remedy.Content;

/// <summary>Reads a content file into the shape that its reader gives. By way of JSON, whose readers are made when the program is built: a file is read while somebody waits for the first page.</summary>
public static class YamlText
{
    /// <inheritdoc cref="Read{T}(string, string, JsonTypeInfo{T}, out ContentPlace)"/>
    public static T Read<T>(string path, string text, JsonTypeInfo<T> shape) where T : class => Read(path, text, shape, out _);

    /// <summary>Unknown and repeated keys are errors: a misspelt one would be lost in silence.</summary>
    /// <param name="shape">Of a context like <see cref="ContentJson"/>: every value comes as text.</param>
    /// <param name="place">The file's mapping, to say where in it something is wrong.</param>
    /// <exception cref="ContentException">The file is missing, no YAML, or of another shape.</exception>
    public static T Read<T>(string path, string text, JsonTypeInfo<T> shape, out ContentPlace place) where T : class
    {
        var lines = new YamlLines();
        var root = Root(path, text);
        place = new(path, root);
        try
        {
            return JsonSerializer.Deserialize(lines.Write(root), shape)!;
        }
        catch (JsonException e)
        {
            throw new ContentException(path, lines.At(e.BytePositionInLine), $"`{e.Path?.TrimStart('$', '.')}` is unknown here, or its value is of another kind than it takes. Compare it with the entries beside it and with dialogs/README.md");
        }
    }

    /// <summary>The file's one mapping.</summary>
    /// <exception cref="ContentException">It has none, is no YAML, or repeats a key.</exception>
    public static YamlMappingNode Root(string path, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            // The parser's own words may quote the file, and tell nobody what to do.
            throw new ContentException(path, (int)e.Start.Line, "this is not well-formed YAML, or a key stands twice. Look at quotes, colons, brackets and indentation on and above this line");
        }

        return stream.Documents switch
        {
            [] => throw new ContentException(path, 1, "the file is missing or empty. Copy the shipped one, or take yours away"),
            [{ RootNode: YamlMappingNode map }] => map,
            _ => throw new ContentException(path, 1, "the file is not one mapping. Begin it with `format: 1`"),
        };
    }

    public static IReadOnlyList<T> Listed<T>(List<T>? list) => list ?? [];

    /// <exception cref="ContentException">An id stands twice.</exception>
    public static void Unique(IEnumerable<(string Id, ContentPlace Place)> ids)
    {
        var seen = new Dictionary<string, ContentPlace>(StringComparer.Ordinal);
        foreach (var (id, place) in ids)
            if (!seen.TryAdd(id, place))
                throw place.Wrong($"'{id}' stands twice, here and in {seen[id].Path}, line {seen[id].Line}. Rename one, or take one out");
    }
}
