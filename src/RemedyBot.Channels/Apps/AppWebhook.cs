using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.Apps;

/// <summary>An address that an app calls: the body bounded and in memory, its sender proved before a byte is believed, statuses and nothing else in the answer.</summary>
internal static class AppWebhook
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <param name="app">Its name in `dialogs/channels.yaml`, which says how much it may send.</param>
    /// <param name="proves">Whether the call comes from the app.</param>
    /// <param name="take">Reads and hands on; the status to answer with.</param>
    /// <param name="tooLong">The status for what is longer than that, where the proof needs no body.</param>
    public static void MapWebhook(this IEndpointRouteBuilder routes, string path, string app, AppParts parts, Func<HttpContext, byte[], bool> proves, Func<HttpContext, byte[], Task<int>> take, int tooLong = StatusCodes.Status413PayloadTooLarge) =>
        routes.MapPost(path, async (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            try
            {
                var (body, status) = await BodyReader.ReadAsync(context, parts.Time, parts.Table.Of(AppPlaces.Of(app)).Call).ConfigureAwait(false);
                context.Response.StatusCode = body is null && status is StatusCodes.Status413PayloadTooLarge && proves(context, []) ? tooLong
                    : body is null ? status
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

    /// <summary>
    /// Hands all on, each person's in order and all people at once; "busy" makes the app send all again, and what was taken is known by its id. No call waits
    /// for longer than an app does.
    /// </summary>
    public static async Task<int> TakeAllAsync(this AppDoor door, IEnumerable<AppInbound> messages)
    {
        var began = door.Parts.Time.GetTimestamp();
        var taken = await Task.WhenAll(messages.GroupBy(m => m.Conversation, StringComparer.Ordinal).Select(TakeAsync)).ConfigureAwait(false);
        return taken.All(t => t) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;

        async Task<bool> TakeAsync(IEnumerable<AppInbound> one)
        {
            foreach (var (place, message) in one.Index())
                if (door.Parts.Time.GetElapsedTime(began) > Patience || await door.TakeAsync(message with { Behind = place > 0 }).ConfigureAwait(false) is AppTaking.Busy)
                    return false;
            return true;
        }
    }
}
