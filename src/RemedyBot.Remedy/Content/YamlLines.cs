using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Remedy.Content;

/// <summary>YAML as JSON in one line, every value as text; remembers which line of the YAML each place of it came from.</summary>
internal sealed class YamlLines
{
    private readonly List<long> _places = [];
    private readonly List<int> _lines = [];

    public byte[] Write(YamlNode root)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, root);
        return buffer.ToArray();
    }

    /// <summary>The YAML's line that a place of the JSON came from; 0 where it is not known.</summary>
    public int At(long? place)
    {
        var at = _places.BinarySearch(place ?? -1);
        at = at < 0 ? ~at - 1 : at;
        return at < 0 ? 0 : _lines[at];
    }

    private void Write(Utf8JsonWriter json, YamlNode node)
    {
        _places.Add(json.BytesCommitted + json.BytesPending);
        _lines.Add((int)node.Start.Line);
        switch (node)
        {
            case YamlMappingNode map:
                json.WriteStartObject();
                foreach (var (key, value) in map.Children)
                {
                    json.WritePropertyName((key as YamlScalarNode)?.Value ?? "");
                    Write(json, value);
                }

                json.WriteEndObject();
                break;
            case YamlSequenceNode list:
                json.WriteStartArray();
                foreach (var item in list.Children)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" }:
                json.WriteNullValue();
                break;
            default:
                json.WriteStringValue((node as YamlScalarNode)?.Value);
                break;
        }
    }
}
