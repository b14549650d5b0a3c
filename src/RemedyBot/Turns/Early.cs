using RemedyBot.Dialogs.Model;
using RemedyBot.Dialogs.Turns;

namespace RemedyBot.Turns;

/// <summary>Words in an app that were typed before the question which waits had reached the person.</summary>
internal static class Early
{
    private const string Safety = "safety";

    /// <summary>Whether they answer nothing. Of a question that was only slow, where an answer meant for another one does harm: safety and consents.</summary>
    public static bool Is(AppPlace? place, Look look, Conversation conversation, Input input) =>
        place is { Unseen: true } || (place is { Early: true } && (look.Present?.Topic == Safety || look.Ask?.Kind == PromptKind.Consent) && !IsSeen(conversation, input));

    /// <summary>Whoever ticks, or has tried an answer before, has the question before them.</summary>
    private static bool IsSeen(Conversation conversation, Input input) => input is Input.Toggled || conversation.Attempts > 0 || !conversation.Picked.IsEmpty;
}
