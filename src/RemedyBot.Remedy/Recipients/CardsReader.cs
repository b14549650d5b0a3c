using System.Text.Encodings.Web;
using System.Text.Json;
using RemedyBot.Remedy.Content;
using YamlDotNet.RepresentationModel;

namespace RemedyBot.Remedy.Recipients;

/// <summary>Reads `dialogs/recipients.yaml`. A card that cannot be used is told of and left out; the others stand.</summary>
public static class CardsReader
{
    private const string SignatureKey = "signature";
    private const string ExampleKey = "example";

    /// <exception cref="ContentException">The file is no YAML or holds something else than cards.</exception>
    public static IReadOnlyList<WrittenCard> Read(string path, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var root = YamlText.Root(path, text);
        if (root.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(k => k.Value is not ("format" or "recipients" or "desk")) is { } foreign)
            throw new ContentException(path, (int)foreign.Start.Line, $"'{foreign.Value}' does not belong here. There are format, recipients and desk");
        if (Child(root, "format") is not YamlScalarNode { Value: "1" })
            throw new ContentException(path, 1, "'format: 1' is missing. Write it as the first line");
        if (Child(root, "recipients") is not YamlSequenceNode list)
            return [];
        var cards = list.Children.Select(One).ToList();
        var twice = cards.GroupBy(c => c.Id, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. cards.Select(c => twice.Contains(c.Id) ? c with { Card = null, Problem = "its id stands twice" } : c)];
    }

    /// <summary>The talk that the desk offers; null where it offers none.</summary>
    /// <exception cref="ContentException">It cannot be used.</exception>
    public static TalkOffer? Talk(string path, string text) =>
        !string.IsNullOrWhiteSpace(text) && Child(YamlText.Root(path, text), "desk") is { } desk ? TalkReader.Read(path, desk) : null;

    private static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private static WrittenCard One(YamlNode node)
    {
        var (line, column) = ((int)node.Start.Line, (int)node.Start.Column);
        if (node is not YamlMappingNode map)
            return new("", line, column) { Problem = "a card is a mapping" };
        var signature = map.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: SignatureKey });
        var read = CardFields.Read(map);
        return new(read.Id, line, column)
        {
            Card = read.Card,
            Problem = read.Problem,
            Example = map.Children.Any(c => c is { Key: YamlScalarNode { Value: ExampleKey }, Value: YamlScalarNode { Value: "yes" or "true" } }),
            Content = Canonical(map),
            Signature = (signature.Value as YamlScalarNode)?.Value?.Trim(),
            SignatureLine = signature.Key is { } key ? (int)key.Start.Line : null,
        };
    }

    private static byte[] Canonical(YamlMappingNode card)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, card, top: true);
        return buffer.ToArray();
    }

    // Keys in one order and every value as text: however somebody indents, quotes or orders a card, it is the same card.
    private static void Write(Utf8JsonWriter json, YamlNode node, bool top = false)
    {
        switch (node)
        {
            case YamlMappingNode map:
                json.WriteStartObject();
                foreach (var (key, value) in map.Children.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "", c.Value)).OrderBy(c => c.Item1, StringComparer.Ordinal))
                {
                    if (top && key == SignatureKey)
                        continue;
                    json.WritePropertyName(key);
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
            default:
                json.WriteStringValue((node as YamlScalarNode)?.Value ?? "");
                break;
        }
    }
}
