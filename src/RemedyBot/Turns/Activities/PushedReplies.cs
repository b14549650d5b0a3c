using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Turns.Activities;

/// <summary>Replies that are to be pushed, as they wait in the outbox.</summary>
internal static class PushedReplies
{
    /// <param name="back">The app's ids of all messages of a conversation that was erased; null where it was not.</param>
    public static Parcel Of(Activity inbound, StoredAnswer answer, int turn, bool insecure, Shown shown, IReadOnlyList<string>? back) =>
        Parcel.Of(inbound, turn, insecure, shown.Of(answer.Messages, answer.Language)) with { TakesBack = back };
}
