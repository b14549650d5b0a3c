using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.DirectLine;

/// <summary>The WebSocket: what was missed, then what comes, as text frames that each hold a whole set of Activities.</summary>
internal sealed class StreamEndpoint(DirectLineParts parts, Reading reading, Streams streams, StreamHandles handles, Func<Bearer, CancellationToken, Task> look, CancellationToken stopping)
{
    private const int LargestFrame = 4096;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterExpiry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(2);

    public async Task OpenAsync(HttpContext context)
    {
        if (await BearerAsync(context).ConfigureAwait(false) is not { } bearer)
            return;
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await ErrorAnswer.SendAsync(context, 400, "BadArgument", "This address is opened as a WebSocket.").ConfigureAwait(false);
            return;
        }
        // Subscribed before the past is read: what comes meanwhile waits in the queue, and what is in both is left out below.
        using var subscription = streams.Subscribe(bearer);
        if (subscription is null)
        {
            await ErrorAnswer.BusyAsync(context, parts.Time, "Too many sockets for this conversation.").ConfigureAwait(false);
            return;
        }
        var missed = await reading.AfterAsync(bearer, Numbering.Read(context.Request.Query["watermark"]), context.RequestAborted).ConfigureAwait(false);
        if (missed is null)
        {
            await ErrorAnswer.SendAsync(context, 404, "ConversationNotFound", "There is no such conversation.").ConfigureAwait(false);
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        await RunAsync(socket, subscription, (bearer, missed), context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<Bearer?> BearerAsync(HttpContext context)
    {
        var bearer = handles.Find(context.Request.Query["t"]) is { } token ? parts.Bearers.Read(token, default).Bearer : null;
        if (bearer is null)
            await ErrorAnswer.SendAsync(context, 401, "BadCredential", "The handle of a stream is good for a minute. Ask for the conversation again.").ConfigureAwait(false);
        else if (bearer.Conversation != context.Request.RouteValues["id"] as string || !Origins.Allow(bearer.Origins, context.Request))
            await ErrorAnswer.SendAsync(context, 403, "BadConversation", "The handle belongs to another conversation or origin.").ConfigureAwait(false);
        else
            return bearer;
        return null;
    }

    private async Task RunAsync(WebSocket socket, Subscription subscription, (Bearer Bearer, Reading.Missed Missed) of, CancellationToken aborted)
    {
        var (bearer, missed) = of;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        using var deaf = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var listening = ListenAsync(socket, over, deaf.Token);
        var close = WebSocketCloseStatus.NormalClosure;
        try
        {
            while (true)
            {
                if (missed.Set.Activities.Count > 0)
                    await SendAsync(socket, ActivityJson.Write(missed.Set), over.Token).ConfigureAwait(false);
                if (missed.Next is not { } next || await reading.AfterAsync(bearer, next, over.Token).ConfigureAwait(false) is not { } more)
                    break;
                missed = more;
            }
            close = await PumpAsync(socket, subscription, (bearer.Conversation, missed.Last), over.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            close = stopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : close;
        }
        await CloseAsync(socket, subscription.Overflowed ? (WebSocketCloseStatus)1013 : close).ConfigureAwait(false);
        // The other side says goodbye too, or has had its time: who stops listening at once cuts off what was sent last.
        deaf.CancelAfter(Closing);
        await listening.ConfigureAwait(false);
    }

    private async Task<WebSocketCloseStatus> PumpAsync(WebSocket socket, Subscription subscription, (string Conversation, long Last) from, CancellationToken cancellation)
    {
        var (conversation, last) = from;
        var more = subscription.Frames.WaitToReadAsync(cancellation).AsTask();
        while (true)
        {
            if (await Task.WhenAny(more, Task.Delay(streams.Talks(conversation) ? BetweenLooks : Heartbeat, parts.Time, cancellation)).ConfigureAwait(false) != more)
            {
                cancellation.ThrowIfCancellationRequested();
                if (parts.Time.GetUtcNow() > subscription.Bearer.Expires + AfterExpiry)
                    return WebSocketCloseStatus.PolicyViolation;
                await SendAsync(socket, [], cancellation).ConfigureAwait(false);
                // What a human wrote meanwhile comes as a frame.
                if (streams.Talks(conversation))
                    await look(subscription.Bearer, cancellation).ConfigureAwait(false);
                continue;
            }
            if (!await more.ConfigureAwait(false))
                return WebSocketCloseStatus.NormalClosure;
            while (subscription.Frames.TryRead(out var frame))
            {
                if (frame.Last > 0 && frame.Last <= last)
                    continue;
                await SendAsync(socket, frame.Text, cancellation).ConfigureAwait(false);
                last = Math.Max(last, frame.Last);
            }
            more = subscription.Frames.WaitToReadAsync(cancellation).AsTask();
        }
    }

    /// <summary>What a client sends is a sign of life and nothing else; an empty frame is no close.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource over, CancellationToken deaf)
    {
        var buffer = new byte[64];
        var length = 0;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), deaf).ConfigureAwait(false);
                if (received.MessageType == WebSocketMessageType.Close)
                    break;
                length = received.EndOfMessage ? 0 : length + received.Count;
                if (length <= LargestFrame)
                    continue;
                await CloseAsync(socket, WebSocketCloseStatus.MessageTooBig).ConfigureAwait(false);
                break;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            // Gone; the pump sees the same.
        }
        await over.CancelAsync().ConfigureAwait(false);
    }

    private static ValueTask SendAsync(WebSocket socket, byte[] text, CancellationToken cancellation) =>
        socket.SendAsync(text.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        using var patience = new CancellationTokenSource(Closing);
        try
        {
            await socket.CloseOutputAsync(status, null, patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // It went first.
        }
    }
}
