using System.Globalization;
using System.Text.Json;

namespace RemedyBot.Channels.WhatsApp;

/// <summary>Reads a call of WhatsApp's: tolerant of what we do not know, strict with what we use. Names, profiles and media ids are not even taken up.</summary>
public static class WebhookReader
{
    private const int Depth = 32;
    private const int LongestId = 256;
    private const int LongestText = 16_000;

    /// <summary>What people send and nobody needs to answer.</summary>
    private static readonly string[] Silent = ["reaction", "system", "ephemeral", "revoke"];

    /// <returns>Null where the body is no call of WhatsApp's.</returns>
    public static WhatsAppReading? Read(ReadOnlyMemory<byte> body, string phoneNumberId)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new() { MaxDepth = Depth });
            if (Word(json.RootElement, "object") is not "whatsapp_business_account" || !json.RootElement.TryGetProperty("entry", out var entries))
                return null;
            // A business may have several numbers that call the same address.
            var values = Each(entries).SelectMany(e => Each(e, "changes")).Where(c => Word(c, "field") is "messages").SelectMany(c => One(c, "value"))
                .Where(v => One(v, "metadata").Any(m => Word(m, "phone_number_id") == phoneNumberId)).ToList();
            var messages = values.SelectMany(v => Each(v, "messages")).Select(Message).OfType<WhatsAppMessage>().OrderBy(m => m.At);
            var failures = values.SelectMany(v => Each(v, "errors").Select(e => new WhatsAppFailure(Code(e), null)).Concat(Each(v, "statuses").Where(s => Word(s, "status") is "failed").SelectMany(Failed)));
            return new([.. messages], [.. failures]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static WhatsAppMessage? Message(JsonElement message)
    {
        var person = Word(message, "from_user_id") is { Length: > 0 } own ? own : Word(message, "from");
        if (!IsId(person) || !IsId(Word(message, "id")) || When(message) is not { } at || Word(message, "type") is not { } type)
            return null;
        // Whoever else is in a group would read along: nothing is asked or answered there.
        if (Silent.Contains(type) || Word(message, "group_id") is not null)
            return null;
        if (type is "edit")
            return new(person!, Word(message, "id")!, at, null, false) { Edited = true };
        var (text, tapped) = type switch
        {
            "text" => (Inner(message, "text", "body"), false),
            "interactive" => (One(message, "interactive").Select(Reply).FirstOrDefault(), true),
            _ => (Inner(message, type, "caption"), false),
        };
        if (text?.Length > LongestText)
            return new(person!, Word(message, "id")!, at, null, false) { TooLong = true };
        var begins = type is "button" or "request_welcome";
        return new(person!, Word(message, "id")!, at, text, tapped && text is not null) { Begins = begins, Unreadable = !begins && (type is not ("text" or "interactive") || text is null) };
    }

    /// <summary>By the same id as the person's own messages, so that both mean the same chat.</summary>
    private static IEnumerable<WhatsAppFailure> Failed(JsonElement status)
    {
        var person = Word(status, "recipient_user_id") is { Length: > 0 } own ? own : Word(status, "recipient_id");
        return Each(status, "errors").Select(e => new WhatsAppFailure(Code(e), IsId(person) && Word(status, "recipient_type") is not "group" ? person : null) { Message = IsId(Word(status, "id")) ? Word(status, "id") : null });
    }

    private static string? Reply(JsonElement interactive) => Inner(interactive, "button_reply", "id") ?? Inner(interactive, "list_reply", "id");

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && !id.Any(char.IsControl);

    private static DateTimeOffset? When(JsonElement message) =>
        long.TryParse(Word(message, "timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static int Code(JsonElement error) => error.ValueKind is JsonValueKind.Object && error.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : 0;

    private static string? Inner(JsonElement of, string name, string inner) => One(of, name).Select(e => Word(e, inner)).FirstOrDefault();

    private static IEnumerable<JsonElement> One(JsonElement of, string name) => of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var found) ? [found] : [];

    private static IEnumerable<JsonElement> Each(JsonElement of, string name) => One(of, name).SelectMany(Each);

    private static IEnumerable<JsonElement> Each(JsonElement list) => list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string? Word(JsonElement of, string name) => One(of, name).FirstOrDefault() is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
