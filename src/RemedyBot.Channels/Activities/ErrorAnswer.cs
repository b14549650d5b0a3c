using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace RemedyBot.Channels.Activities;

/// <summary>Refusals in the protocol's own shape: `{"error":{"code","message"}}`.</summary>
public static class ErrorAnswer
{
    public static Task SendAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return SendAsync(context, ErrorJson.Default, new(new(code, message)));
    }

    /// <summary>Too many at once. The date is the only form of Retry-After that the field's client library does not stumble over.</summary>
    public static Task BusyAsync(HttpContext context, TimeProvider time, string message)
    {
        context.Response.Headers.RetryAfter = time.GetUtcNow().AddSeconds(5).ToString("R", CultureInfo.InvariantCulture);
        return SendAsync(context, StatusCodes.Status429TooManyRequests, "TooManyRequests", message);
    }

    private static Task SendAsync(HttpContext context, ErrorJson json, ErrorBody body)
    {
        var bytes = ActivityJson.Write(body, json.ErrorBody);
        context.Response.ContentType = ActivityJson.MediaType;
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>A code for what the framework refused by itself.</summary>
    public static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Unauthorized",
        StatusCodes.Status403Forbidden => "Forbidden",
        StatusCodes.Status404NotFound => "NotFound",
        StatusCodes.Status405MethodNotAllowed => "MethodNotAllowed",
        StatusCodes.Status408RequestTimeout => "RequestTimeout",
        StatusCodes.Status413PayloadTooLarge => "MessageSizeTooBig",
        StatusCodes.Status415UnsupportedMediaType => "UnsupportedMediaType",
        >= 500 => "ServiceError",
        _ => "BadArgument",
    };
}

internal sealed record ErrorBody(ErrorDetail Error);

internal sealed record ErrorDetail(string Code, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class ErrorJson : JsonSerializerContext;
