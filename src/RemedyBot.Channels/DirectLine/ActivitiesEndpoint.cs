using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.DirectLine;

/// <summary>Sending an Activity, and fetching those that came.</summary>
internal sealed class ActivitiesEndpoint(DirectLineParts parts, Door door, Reading reading, Streams streams, EndedConversations ended, Transcript transcript)
{
    private const int RandomId = 16;
    private const int MostToEnd = 4;
    private const string Fast = "Too many messages at this moment. Send it again.";
    private readonly Crowd _crowd = new();

    public async Task PollAsync(HttpContext context)
    {
        if (await door.BearerAsync(context).ConfigureAwait(false) is not { } bearer)
            return;
        if (streams.Talks(bearer.Conversation))
            await LookAsync(bearer, context.RequestAborted).ConfigureAwait(false);
        if (await reading.AfterAsync(bearer, Numbering.Read(context.Request.Query["watermark"]), context.RequestAborted).ConfigureAwait(false) is { } set)
            await JsonAnswer.SendAsync(context, 200, ActivityJson.Write(set.Set)).ConfigureAwait(false);
        else
            await GoneAsync(context).ConfigureAwait(false);
    }

    public async Task PostAsync(HttpContext context)
    {
        if (await door.BearerAsync(context).ConfigureAwait(false) is not { } bearer)
            return;
        if (!BodyReader.IsJson(context.Request))
        {
            await ErrorAnswer.SendAsync(context, 415, "UnsupportedMediaType", "An Activity is sent as application/json.").ConfigureAwait(false);
            return;
        }
        using var place = _crowd.Enter(bearer.Conversation, heavy: context.Request.ContentLength is not <= Crowd.Light);
        if (place is null)
        {
            await ErrorAnswer.BusyAsync(context, parts.Time, Fast).ConfigureAwait(false);
            return;
        }
        var (body, status) = await BodyReader.ReadAsync(context, parts.Time).ConfigureAwait(false);
        var read = body is null ? ActivityReading.Refused(status, ErrorAnswer.CodeOf(status), "The body could not be read.") : ActivityReader.Read(body);
        if (read.Activity is not { } activity)
        {
            await ErrorAnswer.SendAsync(context, read.Status, read.Code, read.Problem).ConfigureAwait(false);
            return;
        }
        await (activity.Type switch
        {
            ActivityTypes.Message => SayAsync(context, bearer, activity),
            ActivityTypes.EndOfConversation => EndAsync(context, bearer),
            _ => PassOverAsync(context, bearer),
        }).ConfigureAwait(false);
    }

    private async Task SayAsync(HttpContext context, Bearer bearer, Activity activity)
    {
        using var lane = await streams.EnterAsync(bearer.Conversation, context.RequestAborted).ConfigureAwait(false);
        // A token that may begin is none that has begun: words come after the start.
        if (bearer.Fresh && await parts.History(bearer.Token, int.MaxValue, anew: false, CancellationToken.None).ConfigureAwait(false) is null)
        {
            await GoneAsync(context, bearer).ConfigureAwait(false);
            return;
        }
        var passage = new Passage.Token(bearer.Token, Said.ClientActivityId(activity) ?? activity.Id ?? NewId(), parts.Bucket(context));
        var reply = await TurnAsync(bearer, activity, passage).ConfigureAwait(false);
        if (reply.Status is ReplyStatus.Busy)
            await ErrorAnswer.BusyAsync(context, parts.Time, Fast).ConfigureAwait(false);
        else if (reply.Status is ReplyStatus.Closed)
            await GoneAsync(context, bearer).ConfigureAwait(false);
        else
            await AcceptedAsync(context, Numbering.Id(bearer.Conversation, Numbering.Of(reply.Turn, 0))).ConfigureAwait(false);
    }

    /// <summary>A turn, and what follows from it for those who listen. Not cut short by a client that goes away: what is committed must reach the sockets.</summary>
    private async Task<ActivityReply> TurnAsync(Bearer bearer, Activity activity, Passage.Token passage)
    {
        var reply = await parts.Turn(activity, passage, CancellationToken.None).ConfigureAwait(false);
        if (reply.Status is ReplyStatus.Done && reply.Turn > 0)
            Tell(bearer, activity, reply);
        Note(bearer, reply);
        return reply;
    }

    /// <summary>While a talk is open: what a human wrote meanwhile goes to those who listen, and stands in the history.</summary>
    public async Task LookAsync(Bearer bearer, CancellationToken cancellation)
    {
        using var lane = await streams.EnterAsync(bearer.Conversation, cancellation).ConfigureAwait(false);
        var look = new Activity { Type = ActivityTypes.Event, Name = ActivityTypes.LookEvent };
        var reply = await parts.Turn(look, new Passage.Token(bearer.Token, NewId(), ""), CancellationToken.None).ConfigureAwait(false);
        if (reply.Status is ReplyStatus.Done && reply.Turn > 0)
            Tell(bearer, null, reply);
        Note(bearer, reply);
    }

    /// <summary>Whoever could not be answered just now, or whose token ran out meanwhile, may be in a talk all the same.</summary>
    private void Note(Bearer bearer, ActivityReply reply)
    {
        if (reply.Status is not ReplyStatus.Busy && (reply.Status is not ReplyStatus.Closed || bearer.Expires > parts.Time.GetUtcNow()))
            streams.SetTalks(bearer.Conversation, reply.Talks);
    }

    private void Tell(Bearer bearer, Activity? activity, ActivityReply reply)
    {
        var listened = streams.Has(bearer.Conversation);
        if (reply.Ended || listened)
        {
            var said = transcript.Live(bearer, activity, reply);
            if (listened)
                streams.Send(bearer.Conversation, ActivityJson.Write(new ActivitySet([.. said.Select(n => n.Activity)], Numbering.Watermark(said[^1].Number))), said[^1].Number);
            if (reply.Ended && !reply.Erased)
                ended.Keep(bearer.Conversation, said);
        }
        if (!reply.Erased)
            return;
        ended.Forget(bearer.Conversation);
        streams.Close(bearer.Conversation);
    }

    /// <summary>The client ends it: as "stop", and whoever is not there any more does not want it kept.</summary>
    private async Task EndAsync(HttpContext context, Bearer bearer)
    {
        using var lane = await streams.EnterAsync(bearer.Conversation, context.RequestAborted).ConfigureAwait(false);
        var words = "stop";
        for (var tried = 0; tried < MostToEnd; tried++)
        {
            var activity = new Activity { Type = ActivityTypes.Message, Text = words };
            var reply = await TurnAsync(bearer, activity, new Passage.Token(bearer.Token, NewId(), "")).ConfigureAwait(false);
            if (reply.Status is not ReplyStatus.Done)
            {
                await GoneAsync(context, bearer).ConfigureAwait(false);
                return;
            }
            if (reply.Ended)
                break;
            words = "no";
        }
        await AcceptedAsync(context, NewId(bearer)).ConfigureAwait(false);
    }

    /// <summary>Typing, read receipts, events of others: taken, and nothing more.</summary>
    private async Task PassOverAsync(HttpContext context, Bearer bearer)
    {
        if (await parts.History(bearer.Token, int.MaxValue, anew: false, context.RequestAborted).ConfigureAwait(false) is null)
            await GoneAsync(context, bearer).ConfigureAwait(false);
        else
            await AcceptedAsync(context, NewId(bearer)).ConfigureAwait(false);
    }

    /// <summary>Never taken, and refused before a byte of it is read: pictures of people are nothing to be kept here.</summary>
    public async Task UploadAsync(HttpContext context)
    {
        if (await door.BearerAsync(context).ConfigureAwait(false) is null)
            return;
        // So that a large one hears the reason, too, instead of a line that breaks.
        BodyReader.IsTooLong(context, ActivityLimits.Body);
        await ErrorAnswer.SendAsync(context, 400, "AttachmentsNotAccepted", "Files are not taken. Only words can be read here.").ConfigureAwait(false);
    }

    private static Task AcceptedAsync(HttpContext context, string id) => JsonAnswer.SendAsync(context, 200, ActivityJson.Write(new ResourceId(id), ActivityJson.Context.ResourceId));

    private Task GoneAsync(HttpContext context, Bearer bearer) => ended.Find(bearer.Conversation) is null
        ? GoneAsync(context)
        : ErrorAnswer.SendAsync(context, 400, "ConversationEnded", "The conversation has ended.");

    private static Task GoneAsync(HttpContext context) => ErrorAnswer.SendAsync(context, 404, "ConversationNotFound", "There is no such conversation.");

    private static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomId));

    private static string NewId(Bearer bearer) => bearer.Conversation + "|" + NewId();
}
