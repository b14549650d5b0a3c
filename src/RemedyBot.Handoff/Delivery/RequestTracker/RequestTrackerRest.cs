using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.RequestTracker;

/// <summary>The few calls of RT 5's REST2 that we need.</summary>
internal sealed class RequestTrackerRest(HttpClient client, RequestTrackerSettings settings)
{
    private const int PerPage = 100;

    private readonly WebCalls _calls = new(client, new Uri(settings.Url.AbsoluteUri.TrimEnd('/') + "/REST/2.0/"), new AuthenticationHeaderValue("token", settings.Token));

    /// <summary>The tickets of one handoff, oldest first. One, unless an attempt that we thought lost arrived after all.</summary>
    internal async Task<IReadOnlyList<long>> FindAsync(string reference, CancellationToken cancellation)
    {
        // The subject too: where the custom field is missing RT drops it without a word.
        var query = $"Queue='{settings.Queue}' AND ('CF.{{{RequestTrackerSettings.CaseRef}}}'='{reference}' OR Subject LIKE '{reference}')";
        var answer = await _calls.GetAsync($"tickets?per_page=20&query={Uri.EscapeDataString(query)}", cancellation).ConfigureAwait(false);
        return [.. answer.Json().List("items").Select(item => item.Number("id")).Order()];
    }

    internal async Task<long> CreateAsync(JsonObject ticket, CancellationToken cancellation) =>
        (await _calls.PostAsync("ticket", ticket, cancellation).ConfigureAwait(false)).Json().Number("id");

    internal async Task<JsonNode> ShowAsync(string ticket, CancellationToken cancellation) =>
        (await _calls.GetAsync($"ticket/{ticket}", cancellation).ConfigureAwait(false)).Json();

    internal async Task RejectAsync(long ticket, CancellationToken cancellation) =>
        (await _calls.PutAsync($"ticket/{Id(ticket)}", new JsonObject { ["Status"] = "rejected" }, cancellation).ConfigureAwait(false)).Demand();

    internal async Task CorrespondAsync(long ticket, JsonObject words, CancellationToken cancellation) =>
        (await _calls.PostAsync($"ticket/{Id(ticket)}/correspond", words, cancellation).ConfigureAwait(false)).Demand();

    /// <summary>Whether something with this subject stands in the ticket already.</summary>
    internal async Task<bool> HoldsAsync(long ticket, string subject, CancellationToken cancellation)
    {
        for (var page = 1; ; page++)
        {
            var path = $"ticket/{Id(ticket)}/attachments?fields=Subject&per_page={Id(PerPage)}&page={Id(page)}";
            var items = (await _calls.GetAsync(path, cancellation).ConfigureAwait(false)).Json().List("items");
            if (items.Any(item => item.TextOrNull("Subject") == subject))
                return true;
            // RT leaves out the number of pages here: a page that is not full is the last.
            if (items.Count < PerPage)
                return false;
        }
    }

    /// <summary>What was said in the ticket after a transaction, oldest first. Internal comments are not asked for.</summary>
    internal async Task<IReadOnlyList<long>> CorrespondenceAsync(string ticket, long after, CancellationToken cancellation)
    {
        var query = $"ObjectType='RT::Ticket' AND TicketId={ticket} AND Type='Correspond' AND id > {Id(after)}";
        using var form = new FormUrlEncodedContent([new("query", query), new("per_page", "100")]);
        var answer = await _calls.SendAsync(HttpMethod.Post, "transactions", form, cancellation).ConfigureAwait(false);
        return [.. answer.Json().List("items").Select(item => item.Number("id")).Where(id => id > after).Order()];
    }

    internal async Task<JsonArray> PartsAsync(long transaction, CancellationToken cancellation) =>
        (await _calls.GetAsync($"transaction/{Id(transaction)}/attachments?fields=Content,ContentType,Subject,Filename&per_page=100", cancellation).ConfigureAwait(false))
            .Json().List("items");

    internal static string Id(long number) => number.ToString(CultureInfo.InvariantCulture);
}
