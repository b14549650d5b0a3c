using System.Text.Json.Nodes;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.Zammad;

/// <summary>Which tickets are a handoff's, and where they went.</summary>
internal sealed class ZammadTickets(ZammadRest rest, ZammadSettings settings)
{
    internal const string Closed = "closed";
    private const string Merged = "merged";
    private const int MostMerges = 5;

    /// <summary>Open before merged before closed, then oldest first. One, unless an attempt that we thought lost arrived after all.</summary>
    /// <param name="subject">As we open tickets; staff may have changed the title since.</param>
    internal async Task<IReadOnlyList<FoundTicket>> FindAsync(string reference, string subject, CancellationToken cancellation)
    {
        var me = await rest.MeAsync(cancellation).ConfigureAwait(false);
        var found = Titled(await rest.TitledAsync(reference, cancellation).ConfigureAwait(false), reference, me);
        if (found.Count == 0)
        {
            var all = await rest.SearchAsync(reference, cancellation).ConfigureAwait(false);
            found = Titled(all, reference, me);
            if (found.Count == 0)
                found = await RenamedAsync(all.Where(ticket => IsBy(ticket, me)), subject, cancellation).ConfigureAwait(false);
            // Of an access that we had before: nobody but staff fills an attribute.
            if (found.Count == 0 && settings.Attributes.TryGetValue("ref", out var attribute))
                found = [.. all.Where(ticket => ticket.TextOrNull(attribute) == reference)];
        }

        return [.. found
            .Select(ticket => new FoundTicket(ticket.Number("id"), ticket.TextOrNull("state"), IsBy(ticket, me) && ticket.TextOrNull("state") is not (Closed or Merged)))
            .OrderBy(ticket => ticket.State switch { Closed => 2, Merged => 1, _ => 0 }).ThenBy(ticket => ticket.Id)];
    }

    /// <summary>The ticket itself, then the ones that staff merged it into; the last is where it is now.</summary>
    internal async Task<IReadOnlyList<ZammadStop>> WayAsync(long number, CancellationToken cancellation)
    {
        var way = new List<ZammadStop>();
        for (var since = 0L; way.Count <= MostMerges;)
        {
            // The ticket last: staff may merge between two calls, and what it still says of itself must hold for the articles.
            var articles = await rest.ArticlesAsync(number, cancellation).ConfigureAwait(false);
            var ticket = await rest.ShowAsync(number, cancellation).ConfigureAwait(false);
            if (ticket.TextOrNull("state") != Merged)
                return [.. way, new ZammadStop(ticket, articles, since)];
            articles = await rest.ArticlesAsync(number, cancellation).ConfigureAwait(false);
            var history = await rest.HistoryAsync(number, cancellation).ConfigureAwait(false);
            way.Add(new ZammadStop(ticket, [.. articles.Skip(1)], since) { History = history });
            // A merge moves all articles and leaves one that says so; staff may write after it.
            since = articles is [var merged, ..] ? merged.Number("id") : long.MaxValue;
            // Links say where it is now, when that ticket was merged too, and not since when.
            number = history.LastOrDefault(one => one.TextOrNull("type") == "merged_into") is { } into ? into.Number("id_to") : throw NotDelivered.Later(Reasons.NotThere);
        }

        throw NotDelivered.Later(Reasons.NotThere);
    }

    /// <summary>
    /// The articles that were written to this person: in the ticket, or in one that it was merged into, after that. Where an article stands
    /// says nothing, a merge moves it; the history keeps where it was written.
    /// </summary>
    internal async Task<HashSet<long>> SaidAsync(IReadOnlyList<ZammadStop> way, CancellationToken cancellation)
    {
        var said = new HashSet<long>();
        foreach (var stop in way)
        {
            var history = stop.History ?? await rest.HistoryAsync(stop.Ticket.Number("id"), cancellation).ConfigureAwait(false);
            said.UnionWith(history.Where(one => one.TextOrNull("object") == "Ticket::Article" && one.TextOrNull("type") == "created")
                .Select(one => one.Number("o_id")).Where(article => article > stop.Since));
        }

        return said;
    }

    private static List<JsonObject> Titled(IEnumerable<JsonObject> all, string reference, long me) =>
        [.. all.Where(ticket => IsBy(ticket, me) && ticket.TextOrNull("title")?.Contains(reference, StringComparison.Ordinal) == true)];

    private async Task<List<JsonObject>> RenamedAsync(IEnumerable<JsonObject> all, string subject, CancellationToken cancellation)
    {
        var renamed = new List<JsonObject>();
        foreach (var ticket in all)
        {
            if ((await rest.ArticlesAsync(ticket.Number("id"), cancellation).ConfigureAwait(false)).Any(article => article.TextOrNull("subject") == subject))
                renamed.Add(ticket);
        }

        return renamed;
    }

    private static bool IsBy(JsonObject ticket, long me) => ticket.Number("created_by_id") == me;
}
