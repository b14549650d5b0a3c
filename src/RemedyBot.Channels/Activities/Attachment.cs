using System.Text.Json;
using System.Text.Json.Serialization;

namespace RemedyBot.Channels.Activities;

/// <summary>Something beside the words. We send none, and keep none of those that come.</summary>
public sealed record Attachment
{
    public string? ContentType { get; init; }
    public string? ContentUrl { get; init; }
    public string? Name { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Further { get; set; }

    public override string ToString() => nameof(Attachment);
}
