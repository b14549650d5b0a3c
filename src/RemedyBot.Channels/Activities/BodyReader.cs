using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace RemedyBot.Channels.Activities;

/// <summary>Takes a request's body into memory, bounded in size and time. Nothing of it ever reaches a disk.</summary>
public static class BodyReader
{
    private const long Swallowed = 4 * 1024 * 1024;

    /// <summary>True where the body says that it is longer. The host may then swallow it, so that the refusal is read before the line is cut.</summary>
    public static bool IsTooLong(HttpContext context, long most)
    {
        if (context.Request.ContentLength is not { } length || length <= most)
            return false;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } host)
            host.MaxRequestBodySize = Swallowed;
        return true;
    }

    /// <summary>Null: it was too large or too slow, and the status says which.</summary>
    public static async Task<(byte[]? Body, int Status)> ReadAsync(HttpContext context, TimeProvider time)
    {
        var request = context.Request;
        if (IsTooLong(context, ActivityLimits.Body))
            return (null, StatusCodes.Status413PayloadTooLarge);
        using var patience = new CancellationTokenSource(ActivityLimits.Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        try
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync(both.Token).ConfigureAwait(false);
                if (read.Buffer.Length > ActivityLimits.Body)
                    return (null, StatusCodes.Status413PayloadTooLarge);
                if (read.IsCompleted)
                {
                    var body = read.Buffer.ToArray();
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    return (body, StatusCodes.Status200OK);
                }
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return (null, StatusCodes.Status408RequestTimeout);
        }
        catch (BadHttpRequestException broken)
        {
            return (null, broken.StatusCode);
        }
    }

    /// <summary>JSON, or nothing said about it: old clients send no type with an empty body.</summary>
    public static bool IsJson(HttpRequest request)
    {
        var type = request.ContentType;
        return string.IsNullOrEmpty(type)
            || type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("text/json", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/vnd.microsoft.activity", StringComparison.OrdinalIgnoreCase);
    }
}
