using System.Text.Json;
using System.Text.Json.Nodes;

namespace RemedyBot.Channels.Activities;

/// <summary>What a message says, wherever in the Activity it stands.</summary>
public static class Said
{
    private const string Own = "remedybot";
    private const string Value = "value";
    private const string ClientId = "clientActivityID";
    private const int LongestClientId = 128;

    /// <summary>`channelData.remedybot.value`, else the text, else the value of a card or button; empty where there is nothing.</summary>
    public static string In(Activity activity) =>
        Words(Part(Part(activity.ChannelData, Own), Value))
        ?? (string.IsNullOrEmpty(activity.Text) ? null : activity.Text)
        ?? Words(activity.Value)
        ?? Words(Part(Part(activity.Value, Own), Value) ?? Part(activity.Value, Value))
        ?? "";

    /// <summary>The state that a `handoff.status` tells; null in every other Activity.</summary>
    public static string? State(Activity activity) => activity.Name == ActivityTypes.HandoffStatus ? Words(Part(activity.Value, "state")) : null;

    /// <summary>The client's own id of its message, by which it finds the echo.</summary>
    public static string? ClientActivityId(Activity activity) =>
        Part(activity.ChannelData, ClientId) is { ValueKind: JsonValueKind.String } id && id.GetString() is { Length: > 0 and <= LongestClientId } text ? text : null;

    /// <summary>What a replay gives back of a message's channel data: the client's id, and the words that a button showed.</summary>
    public static JsonElement? EchoData(string? clientActivityId, string? shown)
    {
        var data = new JsonObject();
        if (clientActivityId is not null)
            data[ClientId] = clientActivityId;
        if (shown is not null)
            data["messageBack"] = new JsonObject { ["displayText"] = shown };
        return data.Count == 0 ? null : JsonDocument.Parse(data.ToJsonString()).RootElement;
    }

    private static JsonElement? Part(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } && element.Value.TryGetProperty(name, out var part) ? part : null;

    private static string? Words(JsonElement? element) => element?.ValueKind switch
    {
        JsonValueKind.String => element.Value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => element.Value.GetRawText(),
        JsonValueKind.Array => string.Join(", ", element.Value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString())),
        _ => null,
    };
}
