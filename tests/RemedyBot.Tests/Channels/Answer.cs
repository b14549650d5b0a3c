using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>One HTTP answer, read.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, HttpResponseMessage Message)
{
    public int Code => (int)Status;

    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Error => (string?)Json["error"]?["code"] ?? "";

    public string Text(string name) => (string)Json[name]!;

    public IReadOnlyList<JsonNode> Activities => [.. Json["activities"]!.AsArray().OfType<JsonNode>()];

    public string? Header(string name) => Message.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public static async Task<Answer> Of(Task<HttpResponseMessage> sent)
    {
        var message = await sent;
        return new(message.StatusCode, await message.Content.ReadAsStringAsync(), message);
    }

    public static string Write(object value) => JsonSerializer.Serialize(value);
}
