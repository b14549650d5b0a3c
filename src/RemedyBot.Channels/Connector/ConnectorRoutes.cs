using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.Connector;

/// <summary>The Bot Connector's side of a bot at `/api/messages`.</summary>
public static class ConnectorRoutes
{
    public const string Path = "/api/messages";

    public static ConnectorStatus MapConnector(this WebApplication app, ConnectorParts parts)
    {
        var keys = new ChannelKeys(parts.Http, parts.Options.Metadata, parts.Time);
        // Whoever is first should not wait for them, nor be refused where they are slow to come.
        if (parts.Options.AppId is not null)
            app.Lifetime.ApplicationStarted.Register(() => _ = keys.RefreshAsync());
        var hosts = new ServiceHosts(parts.Options);
        var endpoint = new MessagesEndpoint(parts, new(parts.Options, keys, parts.Time), hosts);
        app.MapPost(Path, context => GuardedAsync(context, endpoint, app.Logger));
        app.Map(Path, (HttpContext context) => ErrorAnswer.SendAsync(context, 405, "MethodNotAllowed", "Activities are posted."));
        return new(() => Problems(keys));
    }

    /// <summary>The way out to the Connector's channels.</summary>
    public static ConnectorClient Client(ConnectorOptions options, HttpClient http, TimeProvider time) =>
        new(http, new(http, options, time), new(options), time);

    private static async Task GuardedAsync(HttpContext context, MessagesEndpoint endpoint, ILogger log)
    {
        try
        {
            await endpoint.PostAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            // The type only: an exception's text may quote what was said.
            log.LogError("An Activity from a channel failed with a {Failure}", e.GetType().Name);
            await ErrorAnswer.SendAsync(context, 500, "ServiceError", "It could not be done. Send it again.").ConfigureAwait(false);
        }
    }

    private static IEnumerable<string> Problems(ChannelKeys keys)
    {
        if (keys.Failing)
            yield return "connector: the channel's keys cannot be fetched (connector:metadata)";
    }
}
