using System.IO.Compression;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace RemedyBot.Pages.Shared;

/// <summary>Sends a page.</summary>
public static class PageAnswer
{
    public const string Html = "text/html; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";

    /// <summary>As it is. What holds a person's words is never compressed: its length would tell of its content (BREACH).</summary>
    public static Task Send(HttpResponse response, int status, string type, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(response.HttpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, cancellation).AsTask();
    }

    /// <summary>Compressed where the browser can. Only for a page without a person's words, in which nothing of the request is repeated.</summary>
    public static Task SendPublic(HttpResponse response, string html, CancellationToken cancellation)
    {
        response.Headers.Vary = "Accept-Encoding, Accept-Language";
        var plain = Encoding.UTF8.GetBytes(html);
        var coding = Coding(response.HttpContext.Request);
        if (coding is null) return Send(response, StatusCodes.Status200OK, Html, plain, cancellation);

        response.Headers.ContentEncoding = coding;
        return Send(response, StatusCodes.Status200OK, Html, Compress(plain, coding), cancellation);
    }

    private static string? Coding(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var values)) return null;
        var taken = values.Where(value => value.Quality is not 0).Select(value => value.Value.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return taken.Contains("br") ? "br" : taken.Contains("gzip") ? "gzip" : null;
    }

    private static byte[] Compress(byte[] plain, string coding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = coding is "br"
            ? new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)
            : new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(plain);
        }

        return packed.ToArray();
    }
}
