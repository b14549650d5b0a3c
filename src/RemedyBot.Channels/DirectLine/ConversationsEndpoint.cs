using Microsoft.AspNetCore.Http;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.DirectLine;

/// <summary>Starting a conversation, and coming back to one.</summary>
internal sealed class ConversationsEndpoint(DirectLineParts parts, Door door, TokensEndpoint tokens, Streams streams, StreamHandles handles, Reading reading)
{
    public async Task StartAsync(HttpContext context)
    {
        if (await door.AnyoneAsync(context).ConfigureAwait(false) is not { } caller || await tokens.ParametersAsync(context).ConfigureAwait(false) is not { } parameters)
            return;
        var bearer = caller.Bearer;
        if (bearer is null)
        {
            if (await tokens.MintAsync(context, caller.Site, parameters).ConfigureAwait(false) is not { } minted)
                return;
            bearer = parts.Bearers.Read(minted, default).Bearer!;
        }
        var status = bearer.Fresh
            ? await BeginAsync(bearer, parameters.Locale, context.RequestAborted).ConfigureAwait(false)
            : await parts.History(bearer.Token, int.MaxValue, anew: false, context.RequestAborted).ConfigureAwait(false) is null ? 404 : 200;
        if (status is 404)
            await ErrorAnswer.SendAsync(context, 404, "ConversationNotFound", "There is no such conversation.").ConfigureAwait(false);
        else if (status is 429)
            await ErrorAnswer.BusyAsync(context, parts.Time, "Too many begin at this moment.").ConfigureAwait(false);
        else
            await OpenAsync(context, parts.Bearers.Renew(bearer.Token, began: true, parts.TokenLife, default)!, bearer, status, null).ConfigureAwait(false);
    }

    /// <summary>A fresh token and a fresh address for the stream.</summary>
    public async Task ReconnectAsync(HttpContext context)
    {
        if (await door.BearerAsync(context).ConfigureAwait(false) is not { } bearer)
            return;
        var found = await parts.History(bearer.Token, int.MaxValue, anew: false, context.RequestAborted).ConfigureAwait(false) is not null;
        if (!found && await reading.LastWordsAsync(bearer, context.RequestAborted).ConfigureAwait(false) is null)
        {
            await ErrorAnswer.SendAsync(context, 404, "ConversationNotFound", "There is no such conversation.").ConfigureAwait(false);
            return;
        }
        var token = parts.Bearers.Renew(bearer.Token, began: true, parts.TokenLife, default)!;
        await OpenAsync(context, token, bearer, 200, Numbering.Read(context.Request.Query["watermark"])).ConfigureAwait(false);
    }

    private async Task<int> BeginAsync(Bearer bearer, string? locale, CancellationToken gone)
    {
        using var lane = await streams.EnterAsync(bearer.Conversation, gone).ConfigureAwait(false);
        var update = new Activity
        {
            Type = ActivityTypes.ConversationUpdate,
            Locale = locale?.Length > ActivityLimits.Id ? null : locale,
            MembersAdded = [new() { Id = bearer.User }],
        };
        // A client that has given up waiting comes again with the same token, and gets what was begun.
        var reply = await parts.Turn(update, new Passage.Token(bearer.Token, "", ""), CancellationToken.None).ConfigureAwait(false);
        return reply.Status switch
        {
            ReplyStatus.Done => 201,
            ReplyStatus.Repeated => 200,
            ReplyStatus.Busy => 429,
            _ => 404,
        };
    }

    private Task OpenAsync(HttpContext context, string token, Bearer bearer, int status, long? watermark)
    {
        streams.Prolong(parts.Bearers.Read(token, default).Bearer!);
        return tokens.AnswerAsync(context, token, status, StreamUrl(context.Request, bearer.Conversation, handles.Make(token), watermark));
    }

    private string StreamUrl(HttpRequest request, string conversation, string handle, long? watermark)
    {
        var root = parts.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host.Value}";
        // http to ws, https to wss.
        var from = watermark is > 0 and var number ? "&watermark=" + Numbering.Watermark(number) : "";
        return $"ws{root["http".Length..]}{DirectLineRoutes.Root}/conversations/{conversation}/stream?t={handle}{from}";
    }
}
