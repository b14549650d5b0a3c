using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<string, bool> _staff = new(StringComparer.Ordinal);

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
        var cursor = TicketCursor.Of(thread);
        var there = await _rest.ShowAsync(thread.Ticket, cancellation).ConfigureAwait(false);
        if (cursor.Read == 0)
            await CloseLateAsync(thread, there.Number("id"), cancellation).ConfigureAwait(false);
        var replies = new List<Reply>();
        var read = Math.Max(cursor.Read, 1);
        foreach (var (transaction, author) in await _rest.CorrespondenceAsync(thread.Ticket, there, read, cancellation).ConfigureAwait(false))
        {
            if (await IsStaffAsync(author, cancellation).ConfigureAwait(false)
                && await TicketReply.ReadAsync(_rest, transaction, cancellation).ConfigureAwait(false) is { } reply)
                replies.Add(reply);
            read = transaction;
        }

        cursor = cursor.At(OwnerOf(there)) with { Read = read };
        return new Fetched(replies, cursor.Text, StateOf(there, cursor));
    }

    private async Task<SendOutcome> OpenAsync(Parcel parcel, CancellationToken cancellation)
    {
        var ticket = TicketText.Of(TicketMessage.Opening(parcel, _texts, _settings.NoticeOnly), parcel.Ref, _settings.Queue);
        var found = await _rest.FindAsync(parcel.Ref, cancellation).ConfigureAwait(false);
        long? created = found.Count == 0 ? await _rest.CreateAsync(ticket, cancellation).ConfigureAwait(false) : null;
        using var side = new SideSteps(cancellation);
        // Asked again: an attempt that we gave up may have arrived in between.
        if (created is not null)
            await side.TryAsync("doubles", async token => found = await _rest.FindAsync(parcel.Ref, token).ConfigureAwait(false)).ConfigureAwait(false);
        var kept = found.Count > 0 ? found[0].Id : created!.Value;
        await CloseAsync(found, kept, side).ConfigureAwait(false);
        IReadOnlyList<string> dropped = [];
        var given = new TicketCursor(0, TicketCursor.Unseen);
        await side.TryAsync("fields", async token =>
        {
            var there = await _rest.ShowAsync(RequestTrackerRest.Id(kept), token).ConfigureAwait(false);
            given = given.At(OwnerOf(there));
            dropped = TicketText.Lost(ticket, there);
        }).ConfigureAwait(false);
        var number = RequestTrackerRest.Id(kept);
        return new SendOutcome.Delivered("#" + number)
        {
            Thread = parcel.Form == ParcelForm.Notice ? null : TicketThread.Begin(parcel, number, given.Text),
            Lost = [.. dropped, .. side.Lost],
        };
    }

    private async Task<SendOutcome> SayAsync(Parcel parcel, TicketMessage further, CancellationToken cancellation)
    {
        var found = await _rest.FindAsync(parcel.Ref, cancellation).ConfigureAwait(false);
        if (found.Count == 0)
            throw NotDelivered.Later(Reasons.NoCase);
        var kept = found[0].Id;
        if (!await _rest.HoldsAsync(kept, further.Subject, cancellation).ConfigureAwait(false))
        {
            var there = await _rest.ShowAsync(RequestTrackerRest.Id(kept), cancellation).ConfigureAwait(false);
            await _rest.SayAsync(kept, IsMailed(there) ? "comment" : "correspond", TicketText.Said(further, there), cancellation).ConfigureAwait(false);
        }

        using var side = new SideSteps(cancellation);
        await CloseAsync(found, kept, side).ConfigureAwait(false);
        return new SendOutcome.Delivered("#" + RequestTrackerRest.Id(kept)) { Lost = side.Lost };
    }

    // RT mails what is said to whoever stands there, and staff may have put, or merged, somebody in: only staff are told of a comment.
    private static bool IsMailed(JsonNode there) => there.Inside("Requestor") is JsonArray { Count: > 0 } || there.Inside("Cc") is JsonArray { Count: > 0 };

    private async Task CloseLateAsync(TicketThread thread, long kept, CancellationToken cancellation)
    {
        using var side = new SideSteps(cancellation);
        IReadOnlyList<FoundTicket> found = [];
        await side.TryAsync("doubles", async token => found = await _rest.FindAsync(thread.Ref, token).ConfigureAwait(false)).ConfigureAwait(false);
        await CloseAsync(found, kept, side).ConfigureAwait(false);
    }

    private async Task CloseAsync(IReadOnlyList<FoundTicket> found, long kept, SideSteps side)
    {
        foreach (var doubled in found.Where(ticket => ticket.MayClose && ticket.Id != kept && ticket.State != RequestTrackerRest.Rejected))
            await side.TryAsync("doubles", token => _rest.RejectAsync(doubled.Id, token)).ConfigureAwait(false);
    }

    private async Task<bool> IsStaffAsync(string user, CancellationToken cancellation)
    {
        if (!_staff.TryGetValue(user, out var staff))
            _staff[user] = staff = await _rest.IsStaffAsync(user, cancellation).ConfigureAwait(false);
        return staff;
    }

    private static string? OwnerOf(JsonNode there) => there.Inside("Owner").TextOrNull("id") is { } owner && owner != "Nobody" && owner != there.Inside("Creator").TextOrNull("id") ? owner : null;

    private static HandoffState? StateOf(JsonNode there, TicketCursor cursor) => there.TextOrNull("Status") switch
    {
        "resolved" => HandoffState.Done,
        RequestTrackerRest.Rejected => HandoffState.Declined,
        _ => cursor.IsTaken(OwnerOf(there)) ? HandoffState.Accepted : null,
    };
}
