using System.Text.Json;
using System.Text.Json.Serialization;

namespace RemedyBot.Channels.Activities;

/// <summary>A conversation, as a channel names it.</summary>
public sealed record ConversationAccount
{
    public string? Id { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Further { get; set; }

    public override string ToString() => nameof(ConversationAccount);
}
