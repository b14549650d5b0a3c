using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.Connector;

/// <summary>Replies with their addresses: whoever was spoken to speaks, to whoever spoke.</summary>
public static class Replies
{
    public static Activity Addressed(Activity reply, Activity inbound) => reply with
    {
        From = inbound.Recipient is { Id.Length: > 0 } bot ? bot with { Role = ChannelAccount.Bot } : new() { Id = "bot", Role = ChannelAccount.Bot },
        Recipient = inbound.From,
        Conversation = inbound.Conversation,
        ChannelId = inbound.ChannelId,
        ServiceUrl = inbound.ServiceUrl,
        ReplyToId = Target(inbound),
    };

    /// <summary>A message is replied to; a greeting follows nothing that the person has seen.</summary>
    public static string? Target(Activity inbound) => inbound.Is(ActivityTypes.Message) && !string.IsNullOrEmpty(inbound.Id) ? inbound.Id : null;
}
