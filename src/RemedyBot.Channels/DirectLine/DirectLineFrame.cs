using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.DirectLine;

/// <summary>
/// Around every call: what browsers ask before they let a page speak to another origin, no caching, and an error in the protocol's shape whoever made it.
/// No cookie is ever looked at, so any origin may be answered; what it may do depends on its token.
/// </summary>
internal sealed class DirectLineFrame(RequestDelegate next, ILogger log)
{
    private const string Methods = "GET, POST, OPTIONS";
    private const string Headers = "authorization, content-type, x-ms-bot-agent, x-requested-with";
    private const string TwoHours = "7200";

    public async Task Invoke(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.Vary = HeaderNames.Origin;
        if (context.Request.Headers.Origin is { Count: 1 } origin)
        {
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlExposeHeaders = HeaderNames.RetryAfter;
            if (HttpMethods.IsOptions(context.Request.Method))
            {
                headers.AccessControlAllowMethods = Methods;
                headers.AccessControlAllowHeaders = Headers;
                headers.AccessControlMaxAge = TwoHours;
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }
        }
        await GuardedAsync(context).ConfigureAwait(false);
    }

    private async Task GuardedAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var status = (e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
            // The type only: an exception's text may quote what was said.
            if (status >= 500)
                log.LogError("A Direct Line call failed with a {Failure}", e.GetType().Name);
            await ErrorAnswer.SendAsync(context, status, ErrorAnswer.CodeOf(status), "It could not be done. Try again in a moment.").ConfigureAwait(false);
            return;
        }
        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } refused)
            await ErrorAnswer.SendAsync(context, refused.StatusCode, ErrorAnswer.CodeOf(refused.StatusCode), "Not possible here.").ConfigureAwait(false);
    }
}
