using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Remedy.Content;

/// <summary>Reads a content file into the shape that its reader gives. By way of JSON, whose readers are made when the program is built: a file is read while somebody waits for the first page.</summary>
public static class YamlText
{
    /// <summary>Unknown and repeated keys are errors: a misspelt one would be lost in silence.</summary>
    /// <param name="shape">Of a context like <see cref="ContentJson"/>: every value comes as text.</param>
    /// <exception cref="ContentException">The file is missing, no YAML, or of another shape.</exception>
    public static T Read<T>(string path, string text, JsonTypeInfo<T> shape) where T : class
    {
        var lines = new YamlLines();
        try
        {
            return JsonSerializer.Deserialize(lines.Write(Root(path, text)), shape)!;
        }
        catch (YamlException e)
        {
            throw new ContentException(path, (int)e.Start.Line, e.Message);
        }
        catch (JsonException e)
        {
            throw new ContentException(path, lines.At(e.BytePositionInLine), $"`{e.Path?.TrimStart('$', '.')}` is unknown here, or its value is of another kind than it takes");
        }
    }

    /// <summary>The file's one mapping.</summary>
    /// <exception cref="ContentException">It has none.</exception>
    /// <exception cref="YamlException">It is no YAML, or repeats a key.</exception>
    public static YamlMappingNode Root(string path, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents switch
        {
            [] => throw new ContentException(path, 0, "the file is missing or empty"),
            [{ RootNode: YamlMappingNode map }] => map,
            _ => throw new ContentException(path, 1, "the file is not one mapping"),
        };
    }

    public static IReadOnlyList<T> Listed<T>(List<T>? list) => list ?? [];

    public static string Need(string path, string? value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new ContentException(path, 0, $"'{name}' is missing") : value;

    public static void Unique(string path, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
            if (!seen.Add(id))
                throw new ContentException(path, 0, $"'{id}' stands twice");
    }
}
