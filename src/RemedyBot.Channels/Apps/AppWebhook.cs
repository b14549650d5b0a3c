using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.Apps;

/// <summary>An address that an app calls: the body bounded and in memory, its sender proved before a byte is believed, statuses and nothing else in the answer.</summary>
internal static class AppWebhook
{
    /// <param name="app">Its name in `dialogs/channels.yaml`, which says how much it may send.</param>
    /// <param name="proves">Whether the call comes from the app.</param>
    /// <param name="take">Reads and hands on; the status to answer with.</param>
    public static void MapWebhook(this IEndpointRouteBuilder routes, string path, string app, AppParts parts, Func<HttpContext, byte[], bool> proves, Func<HttpContext, byte[], Task<int>> take) =>
        routes.MapPost(path, async (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            try
            {
                var (body, status) = await BodyReader.ReadAsync(context, parts.Time, parts.Table.Of(AppPlaces.Of(app)).Call).ConfigureAwait(false);
                context.Response.StatusCode = body is null ? status
                    : !proves(context, body) ? StatusCodes.Status401Unauthorized
                    : await take(context, body).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // Nobody waits for an answer any more.
            }
            catch (Exception e) when (!context.Response.HasStarted)
            {
                // The type only: an exception's text may quote what was said. The app sends the same again.
                parts.Log.LogError("A message from an app failed with a {Failure}", e.GetType().Name);
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        });

    /// <summary>Hands all on, in order; "busy" makes the app send all again, and what was taken is known by its id.</summary>
    public static async Task<int> TakeAllAsync(this AppDoor door, IEnumerable<AppInbound> messages)
    {
        var busy = false;
        foreach (var message in messages)
            busy |= await door.TakeAsync(message).ConfigureAwait(false) is AppTaking.Busy;
        return busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
    }
}
