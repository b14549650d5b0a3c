using RemedyBot.Channels.Activities;

namespace RemedyBot.Turns.Activities;

/// <summary>Replies that are to be pushed, as they wait in the outbox.</summary>
internal static class PushedReplies
{
    public static ReadOnlyMemory<byte> Write(Activity inbound, StoredAnswer answer, int turn, bool insecure, ChannelLimits limits) =>
        RemedyBot.Channels.Connector.Parcel.Of(inbound, turn, insecure, [.. answer.Messages.Select(m => Questions.Of(m, answer.Language, limits))]).Write();
}
