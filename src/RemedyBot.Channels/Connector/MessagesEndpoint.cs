using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.Connector;

/// <summary>`POST /api/messages`: an Activity from a channel, checked, answered after its turn is durable.</summary>
internal sealed class MessagesEndpoint(ConnectorParts parts, InboundTokens tokens, ServiceHosts hosts)
{
    private const string ExpectReplies = "expectReplies";
    private const int MostToEnd = 4;
    private const int RandomId = 16;

    private readonly ConnectorDoor _door = new(parts);
    private readonly Crowd _crowd = new();

    public async Task PostAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var insecure = IsInsecure(context);
        var voucher = insecure ? null : await tokens.ReadAsync(OneOf(context.Request.Headers.Authorization), context.RequestAborted).ConfigureAwait(false);
        if (voucher is null && !insecure)
        {
            // Not its sender's fault, who would give up at a 401.
            await (tokens.IsBlind && context.Request.Headers.Authorization.Count > 0
                ? ErrorAnswer.SendAsync(context, 503, "ServiceError", "The keys of the channel are not there yet. Send it again.")
                : ErrorAnswer.SendAsync(context, 401, "Unauthorized", "The token is missing or not good.")).ConfigureAwait(false);
            return;
        }
        if (await ReadAsync(context).ConfigureAwait(false) is not { } activity)
            return;
        if (Refusal(activity, voucher) is var (status, code, problem))
        {
            await ErrorAnswer.SendAsync(context, status, code, problem).ConfigureAwait(false);
            return;
        }
        activity = _door.Met(activity);
        using var place = _crowd.Enter(Parcel.LaneOf(activity.ChannelId!, activity.Conversation!.Id!));
        await (activity.Type switch
        {
            _ when place is null => BusyAsync(context),
            ActivityTypes.Message or ActivityTypes.MessageUpdate => TurnAsync(context, activity, insecure),
            ActivityTypes.ConversationUpdate when activity.MembersAdded is { Count: > 0 } => TurnAsync(context, activity, insecure),
            ActivityTypes.EndOfConversation => EndAsync(context, activity),
            ActivityTypes.Event when activity.Name == ActivityTypes.HandoffStatus => StatusAsync(context, activity, insecure),
            ActivityTypes.Invoke => ErrorAnswer.SendAsync(context, 501, "NotImplemented", "This bot knows no invoke."),
            _ => TakenAsync(context, activity),
        }).ConfigureAwait(false);
    }

    /// <summary>Without a token only where the operator said so, from this machine, and only where none was sent: a bad one is never waved through.</summary>
    private bool IsInsecure(HttpContext context) =>
        parts.Options.InsecureLoopback && context.Request.Headers.Authorization.Count == 0
        && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private static string? OneOf(Microsoft.Extensions.Primitives.StringValues values) => values.Count == 1 ? values[0] : null;

    private async Task<Activity?> ReadAsync(HttpContext context)
    {
        if (!BodyReader.IsJson(context.Request))
        {
            await ErrorAnswer.SendAsync(context, 415, "UnsupportedMediaType", "An Activity is sent as application/json.").ConfigureAwait(false);
            return null;
        }
        var (body, status) = await BodyReader.ReadAsync(context, parts.Time).ConfigureAwait(false);
        var read = body is null ? ActivityReading.Refused(status, ErrorAnswer.CodeOf(status), "The body could not be read.") : ActivityReader.Read(body);
        if (read.Activity is null)
            await ErrorAnswer.SendAsync(context, read.Status, read.Code, read.Problem).ConfigureAwait(false);
        return read.Activity;
    }

    private (int Status, string Code, string Problem)? Refusal(Activity activity, Voucher? voucher)
    {
        if (string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.Conversation?.Id) || string.IsNullOrEmpty(activity.From?.Id))
            return (400, "MissingProperty", "An Activity needs channelId, conversation.id and from.id.");
        if (activity.ChannelId.Any(char.IsControl) || activity.Conversation.Id.Any(char.IsControl))
            return (400, "BadArgument", "An id holds a control character.");
        if (AppPlaces.IsNative(activity.ChannelId))
            return (403, "Forbidden", "No Connector speaks for this channel.");
        var pushes = !IsAnsweredHere(activity);
        if (string.IsNullOrEmpty(activity.ServiceUrl) && (pushes || voucher is not null))
            return (400, "MissingProperty", "An Activity needs a serviceUrl.");
        if (voucher is not null && (voucher.ServiceUrl != activity.ServiceUrl || !voucher.Endorsements.Contains(activity.ChannelId)))
            return (403, "Forbidden", "The token does not vouch for this channel or serviceUrl.");
        if (parts.Options.Channels.Count > 0 && !parts.Options.Channels.Contains(activity.ChannelId, StringComparer.OrdinalIgnoreCase))
            return (403, "Forbidden", "This channel is not let in.");
        return pushes && hosts.Find(activity.ServiceUrl, voucher is null) is null ? (403, "Forbidden", "Replies may not be sent to this serviceUrl.") : null;
    }

    private static bool IsAnsweredHere(Activity activity) => string.Equals(activity.DeliveryMode, ExpectReplies, StringComparison.OrdinalIgnoreCase);

    private async Task TurnAsync(HttpContext context, Activity activity, bool insecure)
    {
        // Whoever else is in a group would read along: nothing is asked or answered there.
        if (IsGroup(activity))
        {
            await TakenAsync(context, activity).ConfigureAwait(false);
            return;
        }
        var reply = await RunAsync(activity, insecure).ConfigureAwait(false);
        if (reply.Status is ReplyStatus.Busy)
            await BusyAsync(context).ConfigureAwait(false);
        else if (IsAnsweredHere(activity))
            await AnswerAsync(context, [.. reply.Activities.Select(a => Replies.Addressed(a, activity))]).ConfigureAwait(false);
    }

    /// <param name="stays">Only where a conversation is: nothing begins with it.</param>
    private Task<ActivityReply> RunAsync(Activity activity, bool insecure, bool stays = false) => _door.TakeAsync(activity, insecure, push: !IsAnsweredHere(activity), stays);

    /// <summary>Always taken. It means something only from the hub that the operator named: that the talk in this conversation is over.</summary>
    private async Task StatusAsync(HttpContext context, Activity activity, bool insecure)
    {
        if (string.Equals(parts.Options.Hub, activity.ChannelId, StringComparison.OrdinalIgnoreCase) && !IsGroup(activity))
            await RunAsync(activity with { Text = null, ChannelData = null }, insecure, stays: true).ConfigureAwait(false);
        await TakenAsync(context, activity).ConfigureAwait(false);
    }

    /// <summary>The person left, or took the bot out: as "stop", and nothing more is kept than was before.</summary>
    private async Task EndAsync(HttpContext context, Activity activity)
    {
        var words = "stop";
        for (var tried = 0; tried < MostToEnd && !IsGroup(activity); tried++)
        {
            var said = activity with { Type = ActivityTypes.Message, Text = words, Value = null, ChannelData = null, DeliveryMode = ExpectReplies, Id = NewId() };
            var reply = await RunAsync(said, insecure: false, stays: true).ConfigureAwait(false);
            if (reply.Status is ReplyStatus.Busy)
            {
                // Nothing has ended: the channel is to say it again.
                await BusyAsync(context).ConfigureAwait(false);
                return;
            }
            if (reply is not { Status: ReplyStatus.Done, Ended: false })
                break;
            words = "no";
        }
        await TakenAsync(context, activity).ConfigureAwait(false);
    }

    private Task BusyAsync(HttpContext context) => ErrorAnswer.BusyAsync(context, parts.Time, "Too many at this moment.");

    private static Task TakenAsync(HttpContext context, Activity activity) => IsAnsweredHere(activity) ? AnswerAsync(context, []) : Task.CompletedTask;

    private static Task AnswerAsync(HttpContext context, IReadOnlyList<Activity> replies)
    {
        var json = ActivityJson.Write(new ExpectedReplies(replies), ActivityJson.Context.ExpectedReplies);
        context.Response.ContentType = ActivityJson.MediaType;
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json, context.RequestAborted).AsTask();
    }

    private static bool IsGroup(Activity activity) =>
        activity.Conversation?.Further?.TryGetValue("isGroup", out var group) is true && group.ValueKind is JsonValueKind.True;

    private static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomId));
}
