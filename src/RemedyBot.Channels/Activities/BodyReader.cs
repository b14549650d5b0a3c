using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace RemedyBot.Channels.Activities;

/// <summary>Takes a request's body into memory, bounded in size and time. Nothing of it ever reaches a disk.</summary>
public static class BodyReader
{
    private const long Swallowed = 4 * 1024 * 1024;

    /// <summary>Long bodies are read a few at a time: whoever sends many of them waits, and fills no memory.</summary>
    private static readonly SemaphoreSlim Long = new(4, 4);

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
    /// <param name="most">Bytes.</param>
    public static async Task<(byte[]? Body, int Status)> ReadAsync(HttpContext context, TimeProvider time, int most = ActivityLimits.Body)
    {
        if (IsTooLong(context, most))
            return (null, StatusCodes.Status413PayloadTooLarge);
        if (most > ActivityLimits.Body && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } host)
            host.MaxRequestBodySize = most;
        using var patience = new CancellationTokenSource(ActivityLimits.Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        var waited = false;
        try
        {
            while (true)
            {
                var read = await context.Request.BodyReader.ReadAsync(both.Token).ConfigureAwait(false);
                if (read.Buffer.Length > most)
                    return (null, StatusCodes.Status413PayloadTooLarge);
                if (read.IsCompleted)
                {
                    var body = read.Buffer.ToArray();
                    context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                    return (body, StatusCodes.Status200OK);
                }
                if (!waited && read.Buffer.Length > ActivityLimits.Body)
                {
                    await Long.WaitAsync(both.Token).ConfigureAwait(false);
                    waited = true;
                }
                context.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
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
        finally
        {
            if (waited)
                Long.Release();
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
