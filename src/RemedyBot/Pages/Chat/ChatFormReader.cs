using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using RemedyBot.Channels.Activities;

namespace RemedyBot.Pages.Chat;

/// <summary>Reads the body of a post: form-urlencoded or JSON with the same fields, at most 256 KiB, in memory only.</summary>
public static class ChatFormReader
{
    public const int MaxBody = 256 * 1024;
    private const int MaxToken = 4096;
    private const int MaxId = 64;

    private static readonly FormOptions Limits = new() { BufferBody = false, ValueLengthLimit = MaxBody, ValueCountLimit = 256, KeyLengthLimit = 64 };

    public static async Task<FormReading> Read(HttpContext context, CancellationToken cancellation)
    {
        var request = context.Request;
        var json = IsUtf8(request, "application/json");
        if (!json && !IsUtf8(request, "application/x-www-form-urlencoded")) return FormReading.Refused(StatusCodes.Status415UnsupportedMediaType);
        if (BodyReader.IsTooLong(context, MaxBody)) return FormReading.Refused(StatusCodes.Status413PayloadTooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBody;

        try
        {
            var fields = json ? await Fields(request.Body, cancellation) : await Fields(context, cancellation);
            return fields is null ? FormReading.Refused(StatusCodes.Status400BadRequest) : Form(fields);
        }
        catch (BadHttpRequestException refused)
        {
            return FormReading.Refused(refused.StatusCode);
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or InvalidOperationException or IOException)
        {
            return FormReading.Refused(StatusCodes.Status400BadRequest);
        }
    }

    private static bool IsUtf8(HttpRequest request, string type) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var sent)
        && sent.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
        && (!sent.Charset.HasValue || HeaderUtilities.RemoveQuotes(sent.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task<Dictionary<string, StringValues>?> Fields(HttpContext context, CancellationToken cancellation)
    {
        // Only reached for form-urlencoded: ASP.NET would write parts of a multipart body to a temporary file.
        var form = await new FormFeature(context.Request, Limits).ReadFormAsync(cancellation);
        return form.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
    }

    private static async Task<Dictionary<string, StringValues>?> Fields(Stream body, CancellationToken cancellation)
    {
        using var document = await JsonDocument.ParseAsync(body, new() { MaxDepth = 4 }, cancellation);
        if (document.RootElement.ValueKind is not JsonValueKind.Object) return null;

        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            fields[property.Name] = property.Value.ValueKind is JsonValueKind.Array
                ? new StringValues([.. property.Value.EnumerateArray().Select(item => item.GetString())])
                : property.Value.GetString();
        }

        return fields;
    }

    private static FormReading Form(Dictionary<string, StringValues> fields)
    {
        string One(string name) => fields.TryGetValue(name, out var values) ? values.LastOrDefault() ?? "" : "";

        var form = new ChatForm
        {
            Token = One("token"),
            Id = One("form"),
            Language = One("lang"),
            Chosen = One("chosen").Length > 0,
            Step = One("step"),
            Question = int.TryParse(One("turn"), NumberStyles.None, CultureInfo.InvariantCulture, out var turn) ? turn : null,
            Boxes = One("boxes"),
            Text = One("text").ReplaceLineEndings("\n"),
            Choices = [.. fields.GetValueOrDefault("choice").OfType<string>()],
            Wish = One("wish"),
            Look = One("look").Length > 0,
            Save = One("save"),
            Copy = One("copy").ReplaceLineEndings("\n"),
        };
        var known = form.Save.Length > 0 || (form.Token.Length is > 0 and <= MaxToken && IsId(form.Id));
        return known ? FormReading.Of(form) : FormReading.Refused(StatusCodes.Status400BadRequest);
    }

    private static bool IsId(string id) => id.Length is >= 8 and <= MaxId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
