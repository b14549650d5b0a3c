using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RemedyBot.Channels.Sms;

/// <summary>A gateway's body with values put in. They are put into the parts of what was parsed before, so that no value can become structure.</summary>
public static class SmsTemplate
{
    /// <summary>What may stand in braces.</summary>
    private static readonly string[] Names = ["to", "digits", "from", "text", "type", "id", "secret"];

    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsJson(string template)
    {
        try
        {
            return JsonNode.Parse(template) is JsonObject or JsonArray;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The template without its placeholders, to be looked at as an address.</summary>
    public static string Bare(string template) => Fill(template, Names.ToDictionary(n => n, _ => "0", StringComparer.Ordinal));

    public static string Json(string template, IReadOnlyDictionary<string, string> values)
    {
        var node = JsonNode.Parse(template)!;
        return Filled(node, values)!.ToJsonString(Wire);
    }

    /// <summary>`name=value` pairs, joined by `&amp;`, as a form or behind an address.</summary>
    public static string Pairs(string template, IReadOnlyDictionary<string, string> values) =>
        string.Join('&', template.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Pair(pair, values)));

    /// <summary>An address: what is put in is one segment or one value of it.</summary>
    public static string Address(string template, IReadOnlyDictionary<string, string> values) =>
        Fill(template, values.ToDictionary(v => v.Key, v => Uri.EscapeDataString(v.Value), StringComparer.Ordinal));

    /// <summary>A value that already stands alone, as in a header. One pass: what was put in is not looked at again.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var filled = new System.Text.StringBuilder(template.Length);
        for (var at = 0; at < template.Length;)
        {
            if (template[at] == '{' && template.IndexOf('}', at) is var end and > 0 && values.TryGetValue(template[(at + 1)..end], out var value))
                (filled, at) = (filled.Append(value), end + 1);
            else
                filled.Append(template[at++]);
        }
        return filled.ToString();
    }

    private static string Pair(string pair, IReadOnlyDictionary<string, string> values)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? Uri.EscapeDataString(Fill(pair, values))
            : Uri.EscapeDataString(Uri.UnescapeDataString(pair[..equals])) + "=" + Uri.EscapeDataString(Fill(Uri.UnescapeDataString(pair[(equals + 1)..]), values));
    }

    private static JsonNode? Filled(JsonNode? node, IReadOnlyDictionary<string, string> values) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, Filled(p.Value, values)))),
        JsonArray list => new JsonArray([.. list.Select(n => Filled(n, values))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Fill(text, values)),
        _ => node?.DeepClone(),
    };
}
