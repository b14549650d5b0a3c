using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using RemedyBot.Channels.Activities;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Pages.Desk;

/// <summary>The fields of a post: form-urlencoded only, at most 256 KiB, in memory only.</summary>
internal sealed class DeskForm(IFormCollection? fields)
{
    internal const int MaxBody = 256 * 1024;

    // Eight bytes, as a row's version has.
    private const int IdLength = 16;

    private static readonly FormOptions Limits = new() { BufferBody = false, ValueLengthLimit = MaxBody, ValueCountLimit = 64, KeyLengthLimit = 64 };

    internal string this[string name] => fields?[name].LastOrDefault() ?? "";

    /// <summary>One for each form that is shown, so that it is known when it comes again.</summary>
    internal static string NewId(IRandomness random)
    {
        Span<byte> id = stackalloc byte[IdLength / 2];
        random.Fill(id);
        return Convert.ToHexString(id);
    }

    /// <summary>Null where it is none of ours.</summary>
    internal static string? IdIn(string field) => field.Length == IdLength && field.All(char.IsAsciiHexDigitUpper) ? field : null;

    internal static async Task<(DeskForm? Form, int Status)> Read(HttpContext context, CancellationToken cancellation)
    {
        var request = context.Request;
        // Refused before a byte is read: ASP.NET writes parts of a multipart body to a temporary file.
        if (!IsUrlEncoded(request))
            return (null, StatusCodes.Status415UnsupportedMediaType);
        if (BodyReader.IsTooLong(context, MaxBody))
            return (null, StatusCodes.Status413PayloadTooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBody;
        try
        {
            return (new DeskForm(await new FormFeature(request, Limits).ReadFormAsync(cancellation)), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException refused)
        {
            return (null, refused.StatusCode);
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or IOException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private static bool IsUrlEncoded(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var sent)
        && sent.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && (!sent.Charset.HasValue || HeaderUtilities.RemoveQuotes(sent.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
