using System.Text.Json;
using System.Text.Json.Serialization;

namespace RemedyBot.Channels.Activities;

/// <summary>What can be tapped under a message.</summary>
/// <param name="To">Empty: everybody in the conversation.</param>
public sealed record SuggestedActions(IReadOnlyList<string> To, IReadOnlyList<CardAction> Actions)
{
    /// <summary>`list` where an app shows them as rows of a list instead of buttons; on no wire.</summary>
    public string? Style { get; init; }

    [JsonIgnore]
    public bool IsList => Style is "list";
}

/// <param name="Type">`messageBack` or `imBack`.</param>
/// <param name="Title">What stands on the button.</param>
/// <param name="Value">What comes back.</param>
/// <param name="Text">What comes back as the message's text (messageBack).</param>
/// <param name="DisplayText">What stands in the conversation as said (messageBack).</param>
public sealed record CardAction(string Type, string Title, string Value, string? Text = null, string? DisplayText = null)
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Further { get; set; }
}
