using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.DirectLine;

/// <summary>Direct Line 3.0 at `/v3/directline`.</summary>
public static class DirectLineRoutes
{
    public const string Root = "/v3/directline";

    public static void MapDirectLine(this WebApplication app, DirectLineParts parts)
    {
        var streams = new Streams();
        var handles = new StreamHandles(parts.Time);
        var ended = parts.Ended;
        var transcript = new Transcript(new Stamps(parts.Time));
        var door = new Door(parts);
        var reading = new Reading(parts, streams, ended, transcript);
        var tokens = new TokensEndpoint(parts, door, streams);
        var conversations = new ConversationsEndpoint(parts, door, tokens, streams, handles, reading);
        var activities = new ActivitiesEndpoint(parts, door, reading, streams, ended, transcript);
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var stream = new StreamEndpoint(parts, reading, streams, handles, activities.LookAsync, stopping);

        // Answered by every client's machine by itself: a socket whose peer is gone is found out.
        var sockets = new WebSocketOptions { KeepAliveInterval = parts.Silence / 3, KeepAliveTimeout = parts.Silence };
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Root), branch => branch.Use(next => new DirectLineFrame(next, app.Logger).Invoke).UseWebSockets(sockets));
        app.MapPost(Root + "/tokens/generate", tokens.GenerateAsync);
        app.MapPost(Root + "/tokens/refresh", tokens.RefreshAsync);
        app.MapPost(Root + "/tokens/resume", tokens.ResumeAsync);
        app.MapPost(Root + "/conversations", conversations.StartAsync);
        app.MapGet(Root + "/conversations/{id}", conversations.ReconnectAsync);
        app.MapGet(Root + "/conversations/{id}/activities", activities.PollAsync);
        app.MapPost(Root + "/conversations/{id}/activities", activities.PostAsync);
        app.MapPost(Root + "/conversations/{id}/upload", activities.UploadAsync);
        app.MapGet(Root + "/conversations/{id}/stream", stream.OpenAsync);
        app.Map(Root + "/{**rest}", (HttpContext context) => ErrorAnswer.SendAsync(context, 404, "NotFound", "There is nothing at this address."));
    }
}
