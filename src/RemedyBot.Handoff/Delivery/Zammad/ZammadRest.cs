using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.Zammad;

/// <summary>The few calls of Zammad's API that we need.</summary>
internal sealed class ZammadRest(HttpClient client, ZammadSettings settings)
{
    private readonly WebCalls _calls = new(client, new Uri(settings.Url.AbsoluteUri.TrimEnd('/') + "/api/v1/"), new AuthenticationHeaderValue("Token", "token=" + settings.Token));

    /// <summary>A handoff's tickets, oldest first. The search finds words; whether a title is ours is looked at here.</summary>
    internal async Task<IReadOnlyList<long>> FindAsync(string title, string reference, CancellationToken cancellation)
    {
        var query = Uri.EscapeDataString($"title:\"{reference}\"");
        var found = (await _calls.GetAsync($"tickets/search?query={query}&limit=50&expand=true", cancellation).ConfigureAwait(false)).Json();
        var tickets = found as JsonArray ?? throw NotDelivered.Later(Reasons.Malformed);
        return [.. tickets.Where(ticket => ticket.TextOrNull("title") == title).Select(ticket => ticket.Number("id")).Order()];
    }

    internal async Task<long> CreateAsync(JsonObject ticket, CancellationToken cancellation) =>
        (await _calls.PostAsync("tickets", ticket, cancellation).ConfigureAwait(false)).Json().Number("id");

    internal async Task<JsonNode> ShowAsync(string ticket, CancellationToken cancellation) =>
        (await _calls.GetAsync($"tickets/{ticket}?expand=true", cancellation).ConfigureAwait(false)).Json();

    internal async Task CloseAsync(long ticket, CancellationToken cancellation) =>
        (await _calls.PutAsync($"tickets/{Id(ticket)}", new JsonObject { ["state"] = "closed" }, cancellation).ConfigureAwait(false)).Demand();

    /// <summary>Adding a tag that is there changes nothing.</summary>
    internal async Task TagAsync(long ticket, string tag, CancellationToken cancellation) =>
        (await _calls.PostAsync("tags/add", new JsonObject { ["item"] = tag, ["object"] = "Ticket", ["o_id"] = ticket }, cancellation).ConfigureAwait(false)).Demand();

    internal async Task<IReadOnlyList<JsonNode>> ArticlesAsync(string ticket, CancellationToken cancellation)
    {
        var articles = (await _calls.GetAsync($"ticket_articles/by_ticket/{ticket}", cancellation).ConfigureAwait(false)).Json();
        return [.. (articles as JsonArray ?? throw NotDelivered.Later(Reasons.Malformed)).OfType<JsonNode>().OrderBy(article => article.Number("id"))];
    }

    internal async Task AddArticleAsync(JsonObject article, CancellationToken cancellation) =>
        (await _calls.PostAsync("ticket_articles", article, cancellation).ConfigureAwait(false)).Demand();

    /// <summary>A note: what is not of type `email` is mailed to nobody. `internal` alone would not stop an e-mail.</summary>
    internal static JsonObject Note(TicketMessage message) => new()
    {
        ["subject"] = message.Subject,
        ["body"] = message.Words,
        ["content_type"] = "text/plain",
        ["type"] = "note",
        ["internal"] = true,
        ["attachments"] = new JsonArray([.. message.Files.Select(file => new JsonObject { ["filename"] = file.Name, ["data"] = file.Base64, ["mime-type"] = file.Type })]),
    };

    internal static string Id(long number) => number.ToString(CultureInfo.InvariantCulture);
}
