using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.Zammad;

/// <summary>The few calls of Zammad's API that we need.</summary>
internal sealed class ZammadRest(HttpClient client, ZammadSettings settings)
{
    private readonly WebCalls _calls = new(client, new Uri(settings.Url.AbsoluteUri.TrimEnd('/') + "/api/v1/"), new AuthenticationHeaderValue("Token", "token=" + settings.Token));

    private long? _me;

    /// <summary>Our own user: what staff or customers made is never taken for ours, whatever its title says.</summary>
    internal async Task<long> MeAsync(CancellationToken cancellation) =>
        _me ??= (await _calls.GetAsync("users/me", cancellation).ConfigureAwait(false)).Json().Number("id");

    /// <summary>What the database holds by this title, at once: a search index comes later than the ticket. Empty where this Zammad, or our access, is not answered.</summary>
    internal async Task<IReadOnlyList<JsonObject>> TitledAsync(string words, CancellationToken cancellation)
    {
        var condition = $"{Uri.EscapeDataString("condition[ticket.title][operator]")}=contains&{Uri.EscapeDataString("condition[ticket.title][value]")}={Uri.EscapeDataString(words)}";
        try
        {
            return await ListAsync($"tickets/search?{condition}&limit=50&expand=true", cancellation).ConfigureAwait(false);
        }
        catch (NotDelivered e) when (e.Message is Reasons.Refused or Reasons.NotThere or Reasons.NotAuthorised or Reasons.Malformed)
        {
            return [];
        }
    }

    /// <summary>Where these words stand anywhere in title or articles: the index understands a word alone, and so does a Zammad that has none.</summary>
    internal Task<IReadOnlyList<JsonObject>> SearchAsync(string word, CancellationToken cancellation) =>
        ListAsync($"tickets/search?query={Uri.EscapeDataString(word)}&limit=50&expand=true", cancellation);

    internal async Task<long> CreateAsync(JsonObject ticket, CancellationToken cancellation) =>
        (await _calls.PostAsync("tickets", ticket, cancellation).ConfigureAwait(false)).Json().Number("id");

    internal async Task<JsonNode> ShowAsync(long ticket, CancellationToken cancellation) =>
        (await _calls.GetAsync($"tickets/{Id(ticket)}?expand=true", cancellation).ConfigureAwait(false)).Json();

    internal async Task UpdateAsync(long ticket, JsonObject change, CancellationToken cancellation) =>
        (await _calls.PutAsync($"tickets/{Id(ticket)}", change, cancellation).ConfigureAwait(false)).Demand();

    /// <summary>What happened in a ticket, oldest first. Of an article it names the ticket that it was written in, wherever it stands now.</summary>
    internal async Task<IReadOnlyList<JsonObject>> HistoryAsync(long ticket, CancellationToken cancellation) =>
        [.. (await _calls.GetAsync($"ticket_history/{Id(ticket)}", cancellation).ConfigureAwait(false)).Json().List("history").OfType<JsonObject>()];

    internal async Task<IReadOnlyList<JsonObject>> ArticlesAsync(long ticket, CancellationToken cancellation) =>
        [.. (await ListAsync($"ticket_articles/by_ticket/{Id(ticket)}", cancellation).ConfigureAwait(false)).OrderBy(article => article.Number("id"))];

    internal async Task AddArticleAsync(JsonObject article, CancellationToken cancellation) =>
        (await _calls.PostAsync("ticket_articles", article, cancellation).ConfigureAwait(false)).Demand();

    internal async Task<string> FileAsync(long ticket, string article, string file, CancellationToken cancellation)
    {
        var answer = await _calls.GetAsync($"ticket_attachment/{Id(ticket)}/{article}/{file}", cancellation).ConfigureAwait(false);
        answer.Demand();
        return Encoding.UTF8.GetString(answer.Body);
    }

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

    private async Task<IReadOnlyList<JsonObject>> ListAsync(string path, CancellationToken cancellation) =>
        [.. ((await _calls.GetAsync(path, cancellation).ConfigureAwait(false)).Json() as JsonArray ?? throw NotDelivered.Unclear(Reasons.Malformed)).OfType<JsonObject>()];
}
