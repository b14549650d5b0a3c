using System.Security.Cryptography;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.Connector;

/// <summary>The way in from a Connector's channel: an Activity that was let in becomes a turn, and its replies are in the outbox when the turn is durable.</summary>
internal sealed class ConnectorDoor(ConnectorParts parts)
{
    private const string Edited = "apps/edited";
    private const string Neutral = "apps/name";
    private const int RandomId = 32;

    private readonly Answering _answering = new();

    /// <summary>The same; where the channel is discreet our replies bear a neutral name.</summary>
    public Activity Met(Activity activity) => parts.Options.IsDiscreet(activity.ChannelId) && activity.Recipient is { } bot
        ? activity with { Recipient = bot with { Name = parts.Text(activity.Locale is { } locale ? [locale] : [], Neutral) } }
        : activity;

    /// <summary>A turn; what is to be pushed is on its way when it returns.</summary>
    /// <param name="stays">Only where a conversation is: nothing begins with it.</param>
    public async Task<ActivityReply> TakeAsync(Activity activity, bool insecure, bool push, bool stays)
    {
        var edited = activity.Is(ActivityTypes.MessageUpdate);
        var lane = Parcel.LaneOf(activity.ChannelId!, activity.Conversation!.Id!);
        using var answering = push && activity.Is(ActivityTypes.Message) ? _answering.Begin(lane) : null;
        var sent = parts.Queue.TakeSent(lane);
        // What was changed is not read: the question that waits is shown again. Its id is that of the first message.
        var inbound = edited ? activity with { Type = ActivityTypes.ConversationUpdate, Text = null, Value = null, ChannelData = null } : activity;
        inbound = inbound with { ReplyToId = IsTick(inbound) && sent.Count > 0 ? sent[^1] : null };
        var passage = new Passage.App(activity.ChannelId!, activity.Conversation.Id!, edited ? "" : activity.Id is { Length: > 0 } id ? id : NewId(), push, insecure)
        {
            Stays = stays || edited,
            Unseen = push && parts.Queue.Wrote(lane),
            Early = push && (answering is { IsBehind: true } || parts.Queue.IsAsking(lane)),
            Traces = sent,
            Rings = push && parts.Table.Of(activity.ChannelId).Proactive,
            Discreet = parts.Options.IsDiscreet(activity.ChannelId),
        };
        ActivityReply? reply = null;
        try
        {
            // Not cut short by a channel that gives up waiting: it will send the same again, and that is known by its id.
            reply = await parts.Turn(inbound, passage, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            if (reply is not { Status: ReplyStatus.Done, Turn: > 0 })
                parts.Queue.ReturnSent(lane, sent);
        }
        var shows = reply.Status is ReplyStatus.Done || (edited && reply.Status is ReplyStatus.Stale or ReplyStatus.Repeated);
        var notice = edited && shows && reply.Activities.Count > 0 ? Notice.Of(parts.Text, Edited, reply, activity.Locale, passage.Discreet ? parts.Table.Of(activity.ChannelId).FirstLine : null) : null;
        if (!push)
            return notice is null ? reply : reply with { Activities = [notice, .. reply.Activities] };
        if (notice is not null)
        {
            var told = Parcel.Of(inbound, 0, insecure, [notice]);
            // Said before the answer, which may have its place already.
            await PushAsync(reply.Push is { Parcel.Order: var order } ? told with { Order = order - 1 } : told).ConfigureAwait(false);
        }
        if (reply.Push is { } entry)
            parts.Queue.Add(entry.Id, entry.Parcel);
        else if (shows && reply.Activities.Count > 0)
            await PushAsync(Parcel.Of(inbound, reply.Standing, insecure, reply.Activities)).ConfigureAwait(false);
        return reply;
    }

    /// <summary>One of several is ticked: it appears where the question stands, if the channel can change a message.</summary>
    private bool IsTick(Activity activity) => activity.Is(ActivityTypes.Message) && parts.Table.Of(activity.ChannelId).Edits && Said.In(activity).StartsWith('+');

    private async Task PushAsync(Parcel parcel) => parts.Queue.Add(await parts.Pushes.AddAsync(parcel, CancellationToken.None).ConfigureAwait(false), parcel);

    private static string NewId() => RandomNumberGenerator.GetHexString(RandomId);
}
