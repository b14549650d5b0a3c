using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.Apps;

/// <summary>The way in from one messaging app: a message becomes a turn, and its replies are in the outbox when the turn is durable.</summary>
public sealed class AppDoor(AppSettings settings, AppParts parts, PushQueue queue, AppStatus status)
{
    private const string Pictures = "errors/image";
    private const string FirstLine = "apps/first-line";
    private const int LongestId = 200;

    private readonly string _place = AppPlaces.Of(settings.Name);

    public AppParts Parts => parts;

    public AppStatus Status => status;

    /// <summary>Returns when the turn is durable. What the app sends again is known by its id.</summary>
    public async Task<AppTaking> TakeAsync(AppInbound inbound)
    {
        status.Works(settings.Name);
        // An id that would not fit is no id of a person's chat.
        if (inbound.Conversation.Length is 0 or > LongestId || inbound.Conversation.Any(char.IsControl) || inbound.Id.Length is 0 or > ActivityLimits.Id)
            return AppTaking.Taken;
        var words = inbound.Text is { Length: > 0 } && !inbound.Begins;
        var activity = Activity(inbound, words);
        var lane = Parcel.LaneOf(_place, inbound.Conversation);
        var sent = queue.TakeSent(lane);
        var passage = new Passage.App(_place, inbound.Conversation, words ? inbound.Id : "", Push: true, Insecure: false)
        {
            Question = inbound.Question,
            Traces = inbound.Trace is { } own ? [.. sent, own] : sent,
            Discreet = settings.Discreet,
        };
        ActivityReply? reply = null;
        try
        {
            // Not cut short by an app that gives up waiting: it will send the same again.
            reply = await parts.Turn(activity, passage, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            if (reply is not { Status: ReplyStatus.Done })
                queue.ReturnSent(lane, passage.Traces);
        }
        if (reply.Status is ReplyStatus.Busy)
            return AppTaking.Busy;
        // What came twice was answered the first time.
        var shows = reply.Status is ReplyStatus.Done or ReplyStatus.Stale || (reply.Status is ReplyStatus.Repeated && !words);
        var notice = inbound.Notice ?? (inbound.Unreadable ? Pictures : null);
        if (shows && notice is not null)
            await PushAsync(Parcel.Of(activity, 0, false, [Told(reply, inbound, notice)])).ConfigureAwait(false);
        if (shows && reply.Activities.Count > 0)
            await PushAsync(reply, activity).ConfigureAwait(false);
        return AppTaking.Taken;
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
        ReplyToId = words && inbound.Text!.StartsWith('+') ? inbound.Tapped : null,
    };

    private Activity Told(ActivityReply reply, AppInbound inbound, string key)
    {
        IReadOnlyList<string> languages = [.. reply.Activities.Select(a => a.Locale).Append(inbound.Language).OfType<string>().Take(1)];
        var first = settings.Discreet ? parts.Text(languages, FirstLine) + "\n\n" : "";
        return new() { Type = ActivityTypes.Message, Text = first + parts.Text(languages, key), Locale = languages.Count > 0 ? languages[0] : null };
    }

    private Task PushAsync(ActivityReply reply, Activity inbound)
    {
        // A question that stands is shown as a new message, whatever was tapped.
        var parcel = reply.Status is ReplyStatus.Done
            ? Parcel.Of(inbound, reply.Standing, false, reply.Activities) with { TakesBack = reply.Erased ? reply.Traces : null }
            : Parcel.Of(inbound with { ReplyToId = null }, reply.Standing, false, reply.Activities);
        return PushAsync(parcel, reply.Push);
    }

    private async Task PushAsync(Parcel parcel, long? id = null) =>
        queue.Add(id ?? await parts.Pushes.AddAsync(parcel, CancellationToken.None).ConfigureAwait(false), parcel);
}
