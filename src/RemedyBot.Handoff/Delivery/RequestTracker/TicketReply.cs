using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.RequestTracker;

/// <summary>What one correspondence says to the person. Contents are fetched of the parts that are taken and of no others: files may be large.</summary>
internal static class TicketReply
{
    // Not words, and nothing that the person misses.
    private static readonly string[] Wrappings = ["multipart/", "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/x-rt-original-message"];

    /// <summary>Null where it says nothing, or was said by ourselves.</summary>
    internal static async Task<Reply?> ReadAsync(RequestTrackerRest rest, long transaction, CancellationToken cancellation)
    {
        var parts = (await rest.PartsAsync(transaction, cancellation).ConfigureAwait(false)).OfType<JsonObject>().ToList();
        if (parts.Exists(part => TicketMessage.IsOurs(part.TextOrNull("Subject"))))
            return null;
        var whole = parts.Where(part => !IsWrapping(part)).ToList();
        var body = whole.Where(part => !IsNamed(part) && TextParts.IsPlain(Type(part))).ToList();
        if (body.Count == 0)
            body = whole.Where(part => !IsNamed(part) && IsText(part)).Take(1).ToList();
        // The same in another form beside the words is no file.
        var files = whole.Where(part => !body.Contains(part) && (body.Count == 0 || IsNamed(part) || !IsText(part)));
        var all = new List<string?>();
        foreach (var part in body)
            all.Add(await WordsAsync(rest, part, TextParts.LongestWords, cancellation).ConfigureAwait(false));
        foreach (var part in files)
            all.Add(TextParts.IsPlain(Type(part)) ? await WordsAsync(rest, part, TextParts.LongestFile, cancellation).ConfigureAwait(false) : null);
        return TextParts.Together(all);
    }

    private static async Task<string?> WordsAsync(RequestTrackerRest rest, JsonObject part, long longest, CancellationToken cancellation) =>
        part.Number("ContentLength") <= longest && await TextParts.OrNullAsync(rest.ContentAsync(part.Text("id"), cancellation)).ConfigureAwait(false) is { } text
            ? PlainWords.Of(text, Type(part))
            : null;

    private static string Type(JsonObject part) => part.TextOrNull("ContentType") ?? "";

    private static bool IsText(JsonObject part) => Type(part).StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    private static bool IsNamed(JsonObject part) => !string.IsNullOrEmpty(part.TextOrNull("Filename"));

    private static bool IsWrapping(JsonObject part) =>
        Wrappings.Any(kind => Type(part).StartsWith(kind, StringComparison.OrdinalIgnoreCase)) || (!IsNamed(part) && !IsText(part) && part.TextOrNull("ContentLength") == "0");
}
