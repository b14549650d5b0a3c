using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace RemedyBot.Channels.Sms;

/// <summary>Reads a gateway's call: JSON or a form, with the names that the operator gave.</summary>
public static class SmsReader
{
    public const int MostMessages = 100;
    private const int Depth = 16;
    private const int LongestText = 4_000;
    private const int LongestId = 256;

    /// <returns>Null where the body is none of a gateway's. Senders that are no phone number (a company's name) are passed over: nobody could be answered.</returns>
    public static IReadOnlyList<SmsMessage>? Read(SmsWebhook webhook, string? contentType, ReadOnlyMemory<byte> body)
    {
        if (contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true)
            return Form(body.Span) is { } form ? Messages(webhook, [name => form.GetValueOrDefault(name)]) : null;
        try
        {
            using var json = JsonDocument.Parse(body, new() { MaxDepth = Depth });
            var at = webhook.List is { } list ? Find(json.RootElement, list) : json.RootElement;
            if (at is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } found)
                return null;
            List<JsonElement> each = found.ValueKind is JsonValueKind.Array ? [.. found.EnumerateArray().Take(MostMessages + 1)] : [found];
            return each.Count > MostMessages ? null : Messages(webhook, [.. each.Select(e => (Func<string, string?>)(name => Word(Find(e, name))))]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static List<SmsMessage>? Messages(SmsWebhook webhook, IReadOnlyList<Func<string, string?>> each)
    {
        var read = new List<SmsMessage>();
        foreach (var field in each)
        {
            if (field(webhook.From) is not { Length: > 0 and <= LongestId } from)
                return null;
            var text = field(webhook.Text) ?? "";
            if (Digits(from) is not { } number)
                continue;
            var id = webhook.Id is { } name ? field(name) : null;
            if (id is { Length: > LongestId })
                return null;
            var time = webhook.Time is { } when ? field(when) : null;
            var media = webhook.Media is { } also && field(also) is { Length: > 0 } sent && sent is not ("0" or "false");
            read.Add(new(number, text.Length <= LongestText ? text : null, id is { Length: > 0 } ? id : time is { Length: > 0 } ? Hash(webhook.Secret ?? "", $"{number}\0{time}\0{text}") : null, media));
        }
        return read;
    }

    /// <summary>Two numbers cannot be told apart by how a gateway writes them. Null: this is no number that could be answered.</summary>
    public static string? Digits(string number)
    {
        var bare = string.Concat(number.Where(c => c is not (' ' or '-' or '(' or ')' or '.')));
        var digits = bare.StartsWith('+') ? bare[1..] : bare;
        return digits.Length is >= 7 and <= 15 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>Keyed, so that it tells nothing to whoever finds it.</summary>
    internal static string Hash(string secret, string of) => Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes("sms-id\0" + secret), Encoding.UTF8.GetBytes(of)));

    private static Dictionary<string, string>? Form(ReadOnlySpan<byte> body)
    {
        try
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var pair in new QueryStringEnumerable("?" + new UTF8Encoding(false, true).GetString(body)))
                fields.TryAdd(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            return fields;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static JsonElement? Find(JsonElement at, string path)
    {
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (at.ValueKind is JsonValueKind.Object && at.TryGetProperty(step, out var inner))
                at = inner;
            else if (at.ValueKind is JsonValueKind.Array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < at.GetArrayLength())
                at = at[index];
            else
                return null;
        }
        return at;
    }

    /// <summary>What the gateway's answer says at a place; null where there is nothing, or no JSON.</summary>
    public static string? WordAt(ReadOnlyMemory<byte> json, string path)
    {
        try
        {
            using var read = JsonDocument.Parse(json, new() { MaxDepth = Depth });
            return Word(Find(read.RootElement, path));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Word(JsonElement? element) => element?.ValueKind switch
    {
        JsonValueKind.String => element.Value.GetString(),
        JsonValueKind.Number => element.Value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => element.Value.GetArrayLength() == 0 ? null : "list",
        _ => null,
    };
}
