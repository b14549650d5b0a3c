using System.Globalization;
using System.Text.Json;

namespace RemedyBot.Channels.Signal;

/// <summary>Reads signal-cli's lines: tolerant of what we do not know, strict with what we use. Names, profiles and files are not even taken up.</summary>
public static class SignalReader
{
    private const int Depth = 32;
    private const int LongestText = 16_000;
    private const int LongestId = 200;
    private const string LongText = "text/x-signal-plain";
    private static readonly SignalLine.Nothing Nothing = new();

    /// <summary>What comes with a message and is no words.</summary>
    private static readonly string[] Things = ["sticker", "contacts", "payment", "pollCreate"];

    /// <summary>What is said about an earlier message, or about the chat.</summary>
    private static readonly string[] Aside = ["reaction", "remoteDelete", "pollVote", "pollTerminate", "storyContext", "pinMessage", "unpinMessage", "adminDelete"];

    /// <param name="account">Ours, where signal-cli serves several: what comes for another is none of ours.</param>
    public static SignalLine Read(ReadOnlyMemory<byte> line, string? account)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new() { MaxDepth = Depth });
            var root = json.RootElement;
            if (root.ValueKind is not JsonValueKind.Object)
                return Nothing;
            if (Part(root, "id") is { ValueKind: JsonValueKind.String } id)
                return SignalAnswers.Read(id.GetString()!, root);
            // As a notification, with or without a subscription around it, or as an event of the web interface.
            var notice = Word(root, "method") is "receive" ? Part(root, "params") : Part(root, "envelope") is null ? null : root;
            return notice is { } around ? Notice(Part(around, "result") ?? around, account) : Nothing;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Nothing;
        }
    }

    private static SignalLine Notice(JsonElement notice, string? account)
    {
        if (account is not null && Word(notice, "account") is { } whose && whose != account)
            return Nothing;
        if (Part(notice, "exception") is { } exception)
            return Word(exception, "type") is "UntrustedIdentityException" ? new SignalLine.Untrusted() : Nothing;
        if (Part(notice, "envelope") is not { } envelope)
            return Nothing;
        var edit = Part(envelope, "editMessage");
        if ((edit is { } changed ? Part(changed, "dataMessage") : Part(envelope, "dataMessage")) is not { } message)
            return Nothing;
        var person = Word(envelope, "sourceUuid") ?? Word(envelope, "sourceNumber");
        if (person is not { Length: > 0 and <= LongestId } || person.Any(char.IsControl) || Number(message, "timestamp") is not (> 0 and var time))
            return Nothing;
        if (Part(message, "isExpirationUpdate") is { ValueKind: JsonValueKind.True } || Aside.Any(a => Part(message, a) is not null))
            return Nothing;
        var text = Word(message, "message");
        var id = time.ToString(CultureInfo.InvariantCulture);
        var group = Part(message, "groupInfo") is { } info ? Word(info, "groupId") ?? "" : null;
        var vanishes = Number(message, "expiresInSeconds") is > 0 and < int.MaxValue and var seconds ? (int)seconds : 0;
        if (edit is not null)
            return new SignalLine.Received(new(person, id, null, false, group, vanishes) { Edited = true });
        var once = Part(message, "viewOnce") is { ValueKind: JsonValueKind.True };
        // A long text travels as a file of its own kind, its beginning before it.
        var files = Part(message, "attachments") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
        var rest = files.Find(f => Word(f, "contentType") is LongText);
        var cut = text?.Length > LongestText || (rest.ValueKind is JsonValueKind.Object && !(Number(rest, "size") <= System.Text.Encoding.UTF8.GetByteCount(text ?? "")));
        var things = once || files.Exists(f => Word(f, "contentType") is not LongText) || Things.Any(t => Part(message, t) is { } thing && (thing.ValueKind is not JsonValueKind.Array || thing.GetArrayLength() > 0));
        if (string.IsNullOrEmpty(text) && !things && !cut)
            return Nothing;
        return new SignalLine.Received(new(person, id, text is { Length: > 0 } && !cut ? text : null, things && !cut, group, vanishes) { TooLong = cut });
    }

    internal static JsonElement? Part(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var found) && found.ValueKind is not JsonValueKind.Null ? found : null;

    internal static string? Word(JsonElement of, string name) => Part(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    internal static long? Number(JsonElement of, string name) => Part(of, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;
}
