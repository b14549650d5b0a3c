using System.Text.Json;
using System.Text.Json.Serialization;

namespace RemedyBot.Channels.Activities;

/// <summary>
/// The wire object of the Bot Framework protocol, as far as we read or write it. What we do not know stands in <see cref="Further"/>:
/// it goes back to its sender, and never into storage.
/// </summary>
public sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }

    /// <summary>UTC, as text: a client's own is dropped, so that it may be anything.</summary>
    public JsonElement? Timestamp { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Locale { get; init; }
    public string? InputHint { get; init; }
    public string? AttachmentLayout { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
    public JsonElement? Entities { get; init; }
    public JsonElement? ChannelData { get; init; }
    public JsonElement? Value { get; init; }
    public string? Name { get; init; }
    public string? Code { get; init; }
    public string? DeliveryMode { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Further { get; set; }

    /// <summary>It waits for an answer.</summary>
    [JsonIgnore]
    public bool Asks => InputHint is ActivityTypes.Expecting;

    public bool Is(string type) => string.Equals(Type, type, StringComparison.Ordinal);

    public override string ToString() => nameof(Activity);
}
