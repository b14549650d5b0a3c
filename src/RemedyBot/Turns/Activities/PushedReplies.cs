using System.Text;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Turns.Activities;

/// <summary>Replies that are to be pushed, as they wait in the outbox.</summary>
internal static class PushedReplies
{
    /// <param name="back">The app's ids of all messages of a conversation that was erased; null where it was not.</param>
    public static Parcel Of(Activity inbound, StoredAnswer answer, int turn, bool insecure, Shown shown, IReadOnlyList<string>? back) =>
        Parcel.Of(inbound, turn, insecure, shown.Of(answer.Messages, answer.Language)) with { TakesBack = back };

    /// <summary>A message to the place that this one came from, for some other day: it replies to nothing.</summary>
    public static RingCall Ring(Activity inbound, bool insecure, IReadOnlyList<Activity> message) =>
        new(inbound.ChannelId!, Encoding.UTF8.GetString((Parcel.Of(inbound with { Id = null, ReplyToId = null }, 0, insecure, message) with { Rings = true }).Write()));
}
