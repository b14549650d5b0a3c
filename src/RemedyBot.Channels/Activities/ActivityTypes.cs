namespace RemedyBot.Channels.Activities;

/// <summary>The types of Activities that mean something here; every other is taken and passed over.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string MessageUpdate = "messageUpdate";
    public const string EndOfConversation = "endOfConversation";

    /// <summary>The hint on a message that waits for an answer.</summary>
    public const string Expecting = "expectingInput";

    /// <summary>Where a talk with a human stands. To a client with its state only; from a hub as any Activity.</summary>
    public const string HandoffStatus = "handoff.status";

    /// <summary>Within this program: asks only whether something came meanwhile.</summary>
    public const string LookEvent = "remedybot.look";

    /// <summary>Tells a page that the conversation is over: nothing of it may stay on the screen after the second.</summary>
    public const string EndedEvent = "remedybot.conversation.ended";
    public const string ErasedEvent = "remedybot.conversation.erased";
}
