using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.DirectLine;

/// <summary>What a client may say when it asks for a token or starts a conversation. All of it may be missing.</summary>
public sealed record TokenParameters
{
    public ChannelAccount? User { get; init; }

    public IReadOnlyList<string>? TrustedOrigins { get; init; }

    /// <summary>BCP 47: answers the language question.</summary>
    public string? Locale { get; init; }
}

/// <summary>A conversation as its client needs it.</summary>
public sealed record ConversationAnswer(
    string ConversationId,
    string Token,
    [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);
