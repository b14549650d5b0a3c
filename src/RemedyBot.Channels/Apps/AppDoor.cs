using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.Apps;

/// <summary>The way in from one messaging app: a message becomes a turn, and its replies are in the outbox when the turn is durable.</summary>
public sealed class AppDoor(AppSettings settings, AppParts parts, PushQueue queue, AppStatus status)
{
    private const string Edited = "apps/edited";
    private const string Pictures = "errors/image";
    private const int LongestId = 200;

    private readonly string _place = AppPlaces.Of(settings.Name);
    private readonly SeenIds _seen = new();
    private readonly Crowd _crowd = new();
    private readonly Answering _answering = new();

    public AppParts Parts => parts;

    private ChannelLimits Limits => parts.Table.Of(_place);

    private string? FirstLine => settings.Discreet ? Limits.FirstLine : null;

    public AppStatus Status => status;

    /// <summary>Returns when the turn is durable. What the app sends again is known by its id.</summary>
    public async Task<AppTaking> TakeAsync(AppInbound inbound)
    {
        // An id that would not fit is no id of a person's chat.
        if (inbound.Conversation.Length is 0 or > LongestId || inbound.Conversation.Any(char.IsControl) || inbound.Id.Length is 0 or > ActivityLimits.Id)
            return AppTaking.Taken;
        if (_seen.Begin(inbound.Conversation, inbound.Id) is { } before)
            return before;
        var taken = false;
        try
        {
            using var place = _crowd.Enter(inbound.Conversation);
            taken = place is not null && await AnswerAsync(inbound).ConfigureAwait(false);
            if (taken)
                status.Hears(settings.Name);
            return taken ? AppTaking.Taken : AppTaking.Busy;
        }
        finally
        {
            _seen.End(inbound.Conversation, inbound.Id, taken);
        }
    }

    /// <summary>It is left, and no turn comes of it: says why.</summary>
    /// <param name="why">Key of the sentence.</param>
    public Task LeaveAsync(AppInbound inbound, string why) =>
        PushAsync(Parcel.Of(Activity(inbound, words: false), 0, false, [Notice.Of(parts.Text, why, new(ReplyStatus.Busy, 0, []), inbound.Language, FirstLine)]));

    /// <summary>The app says late that a message of ours did not arrive: it is said again before the next answer, and was no question.</summary>
    /// <param name="id">The app's id of the message.</param>
    /// <returns>The language that it was in; null where nothing is known of it.</returns>
    public async Task<string?> LostAsync(string id) => (await queue.LostAsync(_place, id).ConfigureAwait(false))?.Locale;

    /// <summary>False: too many at once.</summary>
    private async Task<bool> AnswerAsync(AppInbound inbound)
    {
        var words = inbound.Text is { Length: > 0 } && !inbound.Begins;
        var activity = Activity(inbound, words);
        var lane = Parcel.LaneOf(_place, inbound.Conversation);
        using var answering = words ? _answering.Begin(lane) : null;
        var sent = queue.TakeSent(lane);
        var passage = new Passage.App(_place, inbound.Conversation, words ? inbound.Id : "", Push: true, Insecure: false)
        {
            Question = inbound.Question,
            Stays = inbound.Edited || inbound.Unread,
            Unseen = queue.Wrote(lane) && inbound.Question is null,
            Early = inbound.Question is null && (inbound.Behind || answering is { IsBehind: true } || queue.IsAsking(lane)),
            Traces = inbound.Trace is { } own ? [.. sent, own] : sent,
            Discreet = settings.Discreet,
            // Where the channel has a window, whoever wrote long ago is reached by a template alone.
            Rings = Limits.Proactive && (Limits.Window == 0 || settings["template"] is not null),
        };
        ActivityReply? reply = null;
        try
        {
            // Not cut short by an app that gives up waiting: it will send the same again.
            reply = await parts.Turn(activity, passage, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            if (reply is not { Status: ReplyStatus.Done, Turn: > 0 })
                queue.ReturnSent(lane, passage.Traces);
        }
        if (reply.Status is ReplyStatus.Busy)
            return false;
        // What came twice was answered the first time.
        var shows = reply.Status is ReplyStatus.Done or ReplyStatus.Stale || (reply.Status is ReplyStatus.Repeated && !words);
        var notice = inbound.Notice ?? (inbound.Edited ? Edited : inbound.Unreadable ? Pictures : null);
        try
        {
            if (shows && notice is not null)
            {
                var told = Parcel.Of(activity, 0, false, [Notice.Of(parts.Text, notice, reply, inbound.Language, FirstLine)]);
                // Said before the answer, which may have its place already.
                await PushAsync(reply.Push is { Parcel.Order: var order } ? told with { Order = order - 1 } : told).ConfigureAwait(false);
            }
        }
        finally
        {
            // The answer is durable and comes no second time, whatever became of the sentence before it.
            if (shows && reply.Push is { } push)
                queue.Add(push.Id, push.Parcel);
        }
        if (shows && reply.Push is null && reply.Activities.Count > 0)
            // A question that stands is shown as a new message, whatever was tapped.
            await PushAsync(Parcel.Of(activity with { ReplyToId = null }, reply.Standing, false, reply.Activities)).ConfigureAwait(false);
        return true;
    }

    private Activity Activity(AppInbound inbound, bool words) => new()
    {
        Type = words ? ActivityTypes.Message : ActivityTypes.ConversationUpdate,
        Id = inbound.Id,
        ChannelId = _place,
        Conversation = new() { Id = inbound.Conversation },
        From = new() { Id = inbound.Conversation },
        Text = words ? inbound.Text : null,
        Locale = inbound.Language,
        // A tick changes the buttons under its own question.
        ReplyToId = words && inbound.Text!.StartsWith('+') && Limits.Edits ? inbound.Tapped : null,
    };

    private async Task PushAsync(Parcel parcel) => queue.Add(await parts.Pushes.AddAsync(parcel, CancellationToken.None).ConfigureAwait(false), parcel);
}
