using System.Text.Json;

namespace RemedyBot.Channels.WhatsApp;

/// <summary>What the Graph API answered to a message.</summary>
internal static class GraphAnswer
{
    private const int Depth = 16;

    /// <summary>WhatsApp's id of the message it took; null where it tells none.</summary>
    public static string? Id(ReadOnlyMemory<byte> body) => Read(body, root =>
        root.TryGetProperty("messages", out var messages) && messages.ValueKind is JsonValueKind.Array && messages.GetArrayLength() > 0 && messages[0].TryGetProperty("id", out var id) ? id.GetString() : null);

    /// <summary>Its error's code; null where there is none to read.</summary>
    public static int? Code(ReadOnlyMemory<byte> body) => Read(body, root =>
        root.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object && error.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : (int?)null);

    private static T? Read<T>(ReadOnlyMemory<byte> body, Func<JsonElement, T?> find)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new() { MaxDepth = Depth });
            return json.RootElement.ValueKind is JsonValueKind.Object ? find(json.RootElement) : default;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
