using System.Text.Json;
using System.Text.Json.Serialization;

namespace RemedyBot.Dialogs.Turns;

/// <summary>The conversation as UTF-8 JSON, for the vault. A text of another format is refused, so that its person is told kindly.</summary>
public static class ConversationJson
{
    public static byte[] Write(Conversation conversation) => JsonSerializer.SerializeToUtf8Bytes(conversation, ConversationContext.Default.Conversation);

    /// <summary>Null where the text is not a conversation of a format that this version knows.</summary>
    public static Conversation? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var conversation = JsonSerializer.Deserialize(json.TrimEnd((byte)' '), ConversationContext.Default.Conversation);
            return conversation is { Format: <= Conversation.CurrentFormat } ? conversation : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Conversation))]
internal sealed partial class ConversationContext : JsonSerializerContext;
