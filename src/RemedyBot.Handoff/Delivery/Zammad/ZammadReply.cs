using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.Zammad;

/// <summary>What one article says to the person.</summary>
internal static class ZammadReply
{
    /// <summary>Staff said it in public; not what was noted among them, nor what we said ourselves.</summary>
    internal static bool IsForPerson(JsonObject article) =>
        article.TextOrNull("sender") == "Agent" && article["internal"] is JsonValue && !article.IsTrue("internal") && !TicketMessage.IsOurs(article.TextOrNull("subject"));

    /// <summary>Null where it says nothing.</summary>
    internal static async Task<Reply?> ReadAsync(ZammadRest rest, JsonObject article, CancellationToken cancellation)
    {
        var body = article.TextOrNull("body") ?? "";
        var all = new List<string?> { PlainWords.Of(body, article.TextOrNull("content_type")) };
        // A picture within the words is taken out of the list of files.
        if (body.Contains("/ticket_attachment/", StringComparison.Ordinal))
            all.Add(null);
        foreach (var file in (article["attachments"] as JsonArray ?? []).OfType<JsonObject>().Where(file => !file.Inside("preferences").IsTrue("original-format")))
            all.Add(await WordsAsync(rest, article, file, cancellation).ConfigureAwait(false));
        return TextParts.Together(all);
    }

    private static async Task<string?> WordsAsync(ZammadRest rest, JsonObject article, JsonObject file, CancellationToken cancellation)
    {
        var preferences = file.Inside("preferences");
        if (!TextParts.IsPlain(preferences.TextOrNull("Content-Type") ?? preferences.TextOrNull("Mime-Type")) || file.Number("size") > TextParts.LongestFile)
            return null;
        return (await TextParts.OrNullAsync(rest.FileAsync(article.Number("ticket_id"), article.Text("id"), file.Text("id"), cancellation)).ConfigureAwait(false))?.Trim();
    }
}
