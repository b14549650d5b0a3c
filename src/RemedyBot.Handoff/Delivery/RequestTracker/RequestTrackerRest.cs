using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.RequestTracker;

/// <summary>The few calls of RT 5's REST2 that we need.</summary>
internal sealed class RequestTrackerRest(HttpClient client, RequestTrackerSettings settings)
{
    internal const string Rejected = "rejected";
    private const int PerPage = 100;

    private readonly WebCalls _calls = new(client, new Uri(settings.Url.AbsoluteUri.TrimEnd('/') + "/REST/2.0/"), new AuthenticationHeaderValue("token", settings.Token));

    /// <summary>
    /// The tickets of one handoff, in whichever queue, oldest first, rejected ones last. One, unless an attempt that we thought lost arrived
    /// after all. RT drops a field that it does not have without a word, so the subject counts too; but anybody can write a subject by mail, so
    /// it counts in tickets of our own. The field counts in others as well: our access may have been made anew.
    /// </summary>
    internal async Task<IReadOnlyList<FoundTicket>> FindAsync(string reference, CancellationToken cancellation)
    {
        var field = $"'CF.{{{RequestTrackerSettings.CaseRef}}}'='{reference}'";
        var ours = await SearchAsync($"Creator='__CurrentUser__' AND ({field} OR Subject LIKE '{reference}')", true, cancellation).ConfigureAwait(false);
        return ours.Count > 0 ? ours : await SearchAsync(field, false, cancellation).ConfigureAwait(false);
    }

    internal async Task<long> CreateAsync(JsonObject ticket, CancellationToken cancellation) =>
        (await _calls.PostAsync("ticket", ticket, cancellation).ConfigureAwait(false)).Json().Number("id");

    /// <summary>Of a merged ticket RT shows the one that it was merged into.</summary>
    internal async Task<JsonNode> ShowAsync(string ticket, CancellationToken cancellation) =>
        (await _calls.GetAsync($"ticket/{ticket}", cancellation).ConfigureAwait(false)).Json();

    internal async Task RejectAsync(long ticket, CancellationToken cancellation) =>
        (await _calls.PutAsync($"ticket/{Id(ticket)}", new JsonObject { ["Status"] = Rejected }, cancellation).ConfigureAwait(false)).Demand();

    /// <param name="how">correspond or comment.</param>
    internal async Task SayAsync(long ticket, string how, JsonObject words, CancellationToken cancellation) =>
        (await _calls.PostAsync($"ticket/{Id(ticket)}/{how}", words, cancellation).ConfigureAwait(false)).Demand();

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

    /// <summary>What was said after a transaction, oldest first, and by whom. Internal comments are not asked for.</summary>
    /// <param name="there">The ticket as RT shows it now.</param>
    internal async Task<IReadOnlyList<(long Id, string Author)>> CorrespondenceAsync(string ticket, JsonNode there, long after, CancellationToken cancellation)
    {
        var place = $"TicketId={ticket}";
        // What stood in the other ticket before the merge was said to somebody else.
        if (there.Text("id") is var other && other != ticket)
            place = await MergedAsync(ticket, other, cancellation).ConfigureAwait(false) is { } merged ? $"({place} OR (TicketId={other} AND id > {Id(merged)}))" : place;
        var items = await TransactionsAsync($"{place} AND Type='Correspond' AND id > {Id(after)}", cancellation).ConfigureAwait(false);
        return [.. items.Select(item => (Id: item.Number("id"), Author: item.Inside("Creator").Text("id"))).Where(said => said.Id > after).OrderBy(said => said.Id)];
    }

    internal async Task<JsonArray> PartsAsync(long transaction, CancellationToken cancellation) =>
        (await _calls.GetAsync($"transaction/{Id(transaction)}/attachments?fields=ContentType,Filename,Subject,ContentLength&per_page=100", cancellation).ConfigureAwait(false))
            .Json().List("items");

    internal async Task<string> ContentAsync(string attachment, CancellationToken cancellation)
    {
        var content = (await _calls.GetAsync($"attachment/{attachment}", cancellation).ConfigureAwait(false)).Json().TextOrNull("Content") ?? "";
        var bytes = new byte[content.Length];
        return Convert.TryFromBase64String(content, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : throw NotDelivered.Unclear(Reasons.Malformed);
    }

    /// <summary>Whether this user is one of the staff: those who only ever write mails to RT are not privileged.</summary>
    internal async Task<bool> IsStaffAsync(string user, CancellationToken cancellation) =>
        (await _calls.GetAsync($"user/{Uri.EscapeDataString(user)}", cancellation).ConfigureAwait(false)).Json().TextOrNull("Privileged") == "1";

    internal static string Id(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<FoundTicket>> SearchAsync(string query, bool ours, CancellationToken cancellation)
    {
        // Asked for by their effective id, tickets that staff merged into others are found too.
        var path = $"tickets?per_page=20&fields=EffectiveId,Status&query={Uri.EscapeDataString(query + " AND EffectiveId > 0")}";
        var items = (await _calls.GetAsync(path, cancellation).ConfigureAwait(false)).Json().List("items");
        return [.. items
            .Select(item => (Id: item.Number("id"), Now: item.Number("EffectiveId"), Status: item.TextOrNull("Status")))
            .Select(item => new FoundTicket(item.Now, item.Status, ours && item.Now == item.Id))
            .DistinctBy(found => found.Id)
            .OrderBy(found => found.State == Rejected).ThenBy(found => found.Id)];
    }

    /// <summary>The transaction by which this ticket came into the other; null where RT does not show it.</summary>
    private async Task<long?> MergedAsync(string ticket, string other, CancellationToken cancellation)
    {
        var left = await TransactionsAsync($"TicketId={ticket} AND Type='AddLink' AND Field='MergedInto'", cancellation).ConfigureAwait(false);
        var taken = await TransactionsAsync($"TicketId={other} AND Type='AddLink' AND Field='MergedInto'", cancellation).ConfigureAwait(false);
        var since = left.Select(item => item.Number("id")).DefaultIfEmpty(long.MaxValue).Max();
        return taken.Select(item => (long?)item.Number("id")).Where(id => id > since).Min();
    }

    private async Task<JsonArray> TransactionsAsync(string query, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent([new("query", $"ObjectType='RT::Ticket' AND {query}"), new("fields", "Creator"), new("orderby", "id"), new("per_page", Id(PerPage))]);
        return (await _calls.SendAsync(HttpMethod.Post, "transactions", form, cancellation).ConfigureAwait(false)).Json().List("items");
    }
}
