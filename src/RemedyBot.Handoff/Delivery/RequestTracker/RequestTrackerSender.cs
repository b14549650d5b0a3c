using System.Globalization;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.RequestTracker;

/// <summary>
/// One ticket a handoff in Request Tracker 5. Nobody is its requestor: RT would mail her, and quote the case. What is said in it comes back
/// by <see cref="FetchAsync"/>.
/// </summary>
public sealed class RequestTrackerSender : ITalkingSender
{
    private readonly RequestTrackerSettings _settings;
    private readonly SenderTexts _texts;
    private readonly RequestTrackerRest _rest;

    public RequestTrackerSender(string recipientId, RequestTrackerSettings settings, SenderTexts texts, HttpClient client)
    {
        RecipientId = recipientId;
        _settings = settings;
        _texts = texts;
        _rest = new RequestTrackerRest(client, settings);
    }

    public string RecipientId { get; }

    public bool Takes(Parcel parcel) => parcel.Recipient.Id == RecipientId && parcel.Form is not (ParcelForm.Desk or ParcelForm.OpenPgp);

    public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation) => Attempt.OfAsync(() => TicketMessage.Further(parcel, _texts) is { } further
        ? SayAsync(parcel, further, cancellation)
        : OpenAsync(parcel, cancellation));

    public async Task<Fetched> FetchAsync(TicketThread thread, CancellationToken cancellation)
    {
        var cursor = long.Parse(thread.Cursor, NumberStyles.None, CultureInfo.InvariantCulture);
        var replies = new List<string>();
        foreach (var transaction in await _rest.CorrespondenceAsync(thread.Ticket, cursor, cancellation).ConfigureAwait(false))
        {
            var parts = await _rest.PartsAsync(transaction, cancellation).ConfigureAwait(false);
            if (Words(parts, thread.Ref) is { Length: > 0 } words)
                replies.Add(words);
            cursor = transaction;
        }

        var ticket = await _rest.ShowAsync(thread.Ticket, cancellation).ConfigureAwait(false);
        HandoffState? state = ticket.TextOrNull("Status") switch
        {
            "resolved" => HandoffState.Done,
            "rejected" => HandoffState.Declined,
            _ => null,
        };
        return new Fetched(replies, RequestTrackerRest.Id(cursor), state);
    }

    private async Task<SendOutcome> OpenAsync(Parcel parcel, CancellationToken cancellation)
    {
        var ticket = TicketText.Of(TicketMessage.Opening(parcel, _texts, _settings.NoticeOnly), parcel.Ref, _settings.Queue);
        var found = await _rest.FindAsync(parcel.Ref, cancellation).ConfigureAwait(false);
        if (found.Count == 0)
        {
            await _rest.CreateAsync(ticket, cancellation).ConfigureAwait(false);
            // Asked again: an attempt that we gave up may have arrived in between.
            found = await _rest.FindAsync(parcel.Ref, cancellation).ConfigureAwait(false);
        }

        if (found.Count == 0)
            throw NotDelivered.Later(Reasons.Malformed);
        foreach (var doubled in found.Skip(1))
            await _rest.RejectAsync(doubled, cancellation).ConfigureAwait(false);
        var number = RequestTrackerRest.Id(found[0]);
        var there = await _rest.ShowAsync(number, cancellation).ConfigureAwait(false);
        return new SendOutcome.Delivered("#" + number)
        {
            Thread = parcel.Form == ParcelForm.Notice ? null : TicketThread.Begin(parcel, number, "0"),
            Lost = TicketText.Lost(ticket, there),
        };
    }

    private async Task<SendOutcome> SayAsync(Parcel parcel, TicketMessage further, CancellationToken cancellation)
    {
        var found = await _rest.FindAsync(parcel.Ref, cancellation).ConfigureAwait(false);
        if (found.Count == 0)
            throw NotDelivered.Later(Reasons.NoCase);
        if (!await _rest.HoldsAsync(found[0], further.Subject, cancellation).ConfigureAwait(false))
            await _rest.CorrespondAsync(found[0], TicketText.Said(further), cancellation).ConfigureAwait(false);
        return new SendOutcome.Delivered("#" + RequestTrackerRest.Id(found[0]));
    }

    private static string Words(JsonArray parts, string reference)
    {
        if (parts.Any(part => TicketMessage.IsOurs(part.TextOrNull("Subject"), reference)))
            return "";
        var texts = parts.Where(part => part.TextOrNull("ContentType")?.StartsWith("text/", StringComparison.OrdinalIgnoreCase) == true && string.IsNullOrEmpty(part.TextOrNull("Filename"))).ToList();
        var chosen = texts.Find(part => part.TextOrNull("ContentType")!.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)) ?? texts.FirstOrDefault();
        return chosen is null ? "" : PlainWords.Of(chosen.TextOrNull("Content") ?? "", chosen.TextOrNull("ContentType"));
    }
}
