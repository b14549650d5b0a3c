using Microsoft.AspNetCore.Http;
using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.DirectLine;

internal static class JsonAnswer
{
    public static Task SendAsync(HttpContext context, int status, byte[] json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ActivityJson.MediaType;
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json, context.RequestAborted).AsTask();
    }
}
