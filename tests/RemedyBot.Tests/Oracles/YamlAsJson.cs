using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Tests.Oracles;

/// <summary>YAML as an editor's validator sees it: YAML 1.2, so only true, false, null and numbers are no strings.</summary>
internal static class YamlAsJson
{
    public static string Line(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Node(stream.Documents[0].RootNode)!.ToJsonString();
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Node(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value ?? ""),
        YamlScalarNode quoted => quoted.Value,
        _ => throw new InvalidOperationException("This kind of node is not known."),
    };

    private static JsonNode? Plain(string text) => text switch
    {
        "true" => true,
        "false" => false,
        "" or "~" or "null" => null,
        _ => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : text,
    };
}
