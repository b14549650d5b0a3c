using System.Text.Json;

namespace RemedyBot.Channels.Activities;

/// <summary>Reads an Activity: tolerant of what we do not know, strict with what we use.</summary>
public static class ActivityReader
{
    public static ActivityReading Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > ActivityLimits.Body)
            return ActivityReading.Refused(413, "MessageSizeTooBig", "The Activity is larger than 256 KiB.");
        Activity? read;
        try
        {
            read = JsonSerializer.Deserialize(json, ActivityJson.Context.Activity);
            // A half of a surrogate pair passes the reader and breaks whoever writes it: found here, not after the turn.
            if (read is not null && json.IndexOf("\\u"u8) >= 0)
                ActivityJson.Write(read);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return ActivityReading.Refused(400, "BadSyntax", "The body is no Activity: malformed JSON, a wrong type, a name that comes twice, or too deep.");
        }
        if (read is null || string.IsNullOrEmpty(read.Type))
            return ActivityReading.Refused(400, "MissingProperty", "An Activity needs a type.");
        return Problem(read) is { } problem ? ActivityReading.Refused(400, "BadArgument", problem) : ActivityReading.Of(Plain(read));
    }

    private static string? Problem(Activity read) =>
        read.Text?.Length > ActivityLimits.Text ? "The text is longer than 16,000 characters."
        : read.Attachments?.Count > ActivityLimits.Attachments ? "There are more than 10 attachments."
        : read.TextFormat is "xml" ? "The textFormat xml is not taken."
        : Ids(read).Any(id => id?.Length > ActivityLimits.Id) ? "An id, a name or an address is longer than 1,000 characters."
        : null;

    private static IEnumerable<string?> Ids(Activity a) =>
        [a.Type, a.Id, a.ChannelId, a.ServiceUrl, a.From?.Id, a.From?.Name, a.Recipient?.Id, a.Recipient?.Name, a.Conversation?.Id, a.ReplyToId, a.Locale, a.Name, a.DeliveryMode];

    /// <summary>What never comes in by the wire is dropped; null, missing and empty are the same.</summary>
    private static Activity Plain(Activity read)
    {
        read.Further?.Remove("callerId");
        return read with { ChannelData = Some(read.ChannelData), Value = Some(read.Value), Locale = string.IsNullOrWhiteSpace(read.Locale) ? null : read.Locale };
    }

    private static JsonElement? Some(JsonElement? element) => element is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } ? null : element;
}
