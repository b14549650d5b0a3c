using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.Apps;

/// <summary>
/// While a talk with a human is open in a messaging app: looks every other second for what was written, and pushes it. In memory only; after a restart no
/// worker is signed in, and the person is told so with their next message.
/// </summary>
public sealed class AppLooks(ActivityTurn turn, Func<PushQueue> queue, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (Activity Inbound, Passage.App Passage)> _open = new(StringComparer.Ordinal);

    /// <summary>A turn; where a talk is open after it, the conversation is looked after.</summary>
    public async Task<ActivityReply> TurnAsync(Activity activity, Passage passage, CancellationToken cancellation)
    {
        var reply = await turn(activity, passage, cancellation).ConfigureAwait(false);
        if (passage is not Passage.App { Push: true } app)
            return reply;
        var lane = Parcel.LaneOf(app.ChannelId, app.ConversationId);
        if (reply.Talks)
            _open[lane] = (activity with { Text = null, Value = null, ChannelData = null, ReplyToId = null }, app with { Question = null, Traces = [] });
        else if (IsOver(reply))
            _open.TryRemove(lane, out _);
        return reply;
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            foreach (var (lane, (inbound, passage)) in _open)
            {
                try
                {
                    await LookAsync(lane, inbound, passage).ConfigureAwait(false);
                }
                catch (Exception e)
                {
                    // The type only: an exception's text may quote what was said.
                    log.LogError("A talk in a messaging app could not be looked at ({Failure})", e.GetType().Name);
                }
            }

            await Task.Delay(Between, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whoever could not be answered just now may be in a talk all the same.</summary>
    private static bool IsOver(ActivityReply reply) => reply is { Talks: false, Status: not ReplyStatus.Busy };

    private async Task LookAsync(string lane, Activity inbound, Passage.App passage)
    {
        var sent = queue().TakeSent(lane);
        var look = inbound with { Type = ActivityTypes.Event, Name = ActivityTypes.LookEvent };
        ActivityReply? reply = null;
        try
        {
            reply = await turn(look, passage with { InboundId = RandomNumberGenerator.GetHexString(32), Traces = sent }, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            if (reply is not { Status: ReplyStatus.Done, Turn: > 0 })
                queue().ReturnSent(lane, sent);
        }

        if (IsOver(reply))
            _open.TryRemove(lane, out _);
        if (reply is { Status: ReplyStatus.Done, Turn: > 0, Push: { } push })
            queue().Add(push.Id, push.Parcel);
    }
}
