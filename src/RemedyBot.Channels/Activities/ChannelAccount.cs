using System.Text.Json;
using System.Text.Json.Serialization;

namespace RemedyBot.Channels.Activities;

/// <summary>A person or a bot, as a channel names them.</summary>
public sealed record ChannelAccount
{
    public const string User = "user";
    public const string Bot = "bot";

    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Role { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Further { get; set; }

    public override string ToString() => nameof(ChannelAccount);
}
