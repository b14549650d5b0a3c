using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RemedyBot.Handoff.Delivery.Web;

/// <summary>Reads answers that may be anything: what does not follow the contract is one stable word.</summary>
internal static class JsonReading
{
    internal static string Text(this JsonNode? node, string name) => node.TextOrNull(name) ?? throw NotDelivered.Unclear(Reasons.Malformed);

    /// <summary>A string, or a number as it is written: systems change between the two.</summary>
    internal static string? TextOrNull(this JsonNode? node, string name) => (node as JsonObject)?[name] switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };

    internal static long Number(this JsonNode? node, string name) =>
        long.TryParse(node.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw NotDelivered.Unclear(Reasons.Malformed);

    internal static JsonNode? Inside(this JsonNode? node, string name) => (node as JsonObject)?[name];

    internal static bool IsTrue(this JsonNode? node, string name) => (node as JsonObject)?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    internal static JsonArray List(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonArray ?? throw NotDelivered.Unclear(Reasons.Malformed);
}
