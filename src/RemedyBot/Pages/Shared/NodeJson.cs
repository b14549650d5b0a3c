using System.Text.Json;

namespace RemedyBot.Pages.Shared;

/// <summary>Writes a node as <c>["tag",{attributes},child,…]</c> or a string, which a script builds with createElement and text nodes only.</summary>
public static class NodeJson
{
    public static void Write(Utf8JsonWriter json, Node node)
    {
        if (node is Words words)
        {
            json.WriteStringValue(words.Text);
            return;
        }

        var element = (Element)node;
        json.WriteStartArray();
        json.WriteStringValue(element.Tag);
        json.WriteStartObject();
        foreach (var (name, value) in element.Attributes) json.WriteString(name, value);
        json.WriteEndObject();
        foreach (var child in element.Children) Write(json, child);
        json.WriteEndArray();
    }
}
