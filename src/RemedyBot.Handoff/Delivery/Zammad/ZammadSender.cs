using System.Globalization;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.Zammad;

/// <summary>One ticket a handoff in Zammad. Its customer is an address of the helpline's own; staff answer with a public note.</summary>
public sealed class ZammadSender : ITalkingSender
{
    private const string Doubles = "doubles";
    private const string Nobody = "1";

    private readonly ZammadSettings _settings;
    private readonly SenderTexts _texts;
    private readonly ZammadRest _rest;
    private readonly ZammadTickets _tickets;

    public ZammadSender(string recipientId, ZammadSettings settings, SenderTexts texts, HttpClient client)
    {
        RecipientId = recipientId;
        _settings = settings;
        _texts = texts;
        _rest = new ZammadRest(client, settings);
        _tickets = new ZammadTickets(_rest, settings);
    }

    public string RecipientId { get; }

    /// <summary>Zammad was given a secret to call us back with.</summary>
    public bool IsCalledBack => _settings.WebhookToken is not null;

    /// <summary>The ticket that a call names; null where it was not signed with our secret.</summary>
    public string? TicketOf(ReadOnlySpan<byte> body, string? signature) =>
        _settings.WebhookToken is { } token ? ZammadCall.TicketOf(body, signature, token) : null;

    public bool Takes(Parcel parcel) => parcel.Recipient.Id == RecipientId && parcel.Form is not (ParcelForm.Desk or ParcelForm.OpenPgp);

    public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation) => Attempt.OfAsync(() => TicketMessage.Further(parcel, _texts) is { } further
        ? SayAsync(parcel, further, cancellation)
        : OpenAsync(parcel, cancellation));

    public async Task<Fetched> FetchAsync(TicketThread thread, CancellationToken cancellation)
    {
        var cursor = TicketCursor.Of(thread);
        var number = long.Parse(thread.Ticket, NumberStyles.None, CultureInfo.InvariantCulture);
        if (cursor.Read == 0)
        {
            using var side = new SideSteps(cancellation);
            IReadOnlyList<FoundTicket> found = [];
            await side.TryAsync(Doubles, async token => found = await FindAsync(thread.Ref, token).ConfigureAwait(false)).ConfigureAwait(false);
            await CloseAsync(found, number, side).ConfigureAwait(false);
        }

        var way = await _tickets.WayAsync(number, cancellation).ConfigureAwait(false);
        var there = way[^1].Ticket;
        var unread = way.SelectMany(stop => stop.Articles).Where(article => article.Number("id") > cursor.Read).OrderBy(article => article.Number("id")).ToList();
        // Also at the first look: whoever may not see a history is told so when the access is tried.
        var hers = cursor.Read == 0 || unread.Exists(ZammadReply.IsForPerson) ? await _tickets.SaidAsync(way, cancellation).ConfigureAwait(false) : [];
        var replies = new List<Reply>();
        foreach (var article in unread.Where(article => hers.Contains(article.Number("id")) && ZammadReply.IsForPerson(article)))
        {
            if (await ZammadReply.ReadAsync(_rest, article, cancellation).ConfigureAwait(false) is { } reply)
                replies.Add(reply);
        }

        var read = unread.Select(article => article.Number("id")).Append(Math.Max(cursor.Read, 1)).Max();
        var owner = await OwnerAsync(there, cancellation).ConfigureAwait(false);
        cursor = cursor.At(owner);
        HandoffState? state = there.TextOrNull("state") == ZammadTickets.Closed ? HandoffState.Done : cursor.IsTaken(owner) ? HandoffState.Accepted : null;
        return new Fetched(replies, (cursor with { Read = read }).Text, state);
    }

    private async Task<SendOutcome> OpenAsync(Parcel parcel, CancellationToken cancellation)
    {
        var message = TicketMessage.Opening(parcel, _texts, _settings.NoticeOnly);
        var wanted = ZammadTicket.Of(message, parcel.Ref, _settings);
        var found = await FindAsync(parcel.Ref, cancellation).ConfigureAwait(false);
        long? created = found.Count == 0 ? await _rest.CreateAsync(wanted, cancellation).ConfigureAwait(false) : null;
        using var side = new SideSteps(cancellation);
        // Looked for again: an attempt that we gave up may have arrived in between, and the oldest is the one.
        if (created is not null)
            await side.TryAsync(Doubles, async token => found = await FindAsync(parcel.Ref, token).ConfigureAwait(false)).ConfigureAwait(false);
        var kept = found.Count > 0 ? found[0].Id : created!.Value;
        await CloseAsync(created is { } fresh ? [.. found, new FoundTicket(fresh, null, true)] : found, kept, side).ConfigureAwait(false);
        JsonNode? there = null;
        var given = new TicketCursor(0, TicketCursor.Unseen);
        await side.TryAsync("fields", async token =>
        {
            there = await _rest.ShowAsync(kept, token).ConfigureAwait(false);
            given = given.At(await OwnerAsync(there, token).ConfigureAwait(false));
        }).ConfigureAwait(false);
        return new SendOutcome.Delivered(Name(there, kept))
        {
            Thread = parcel.Form == ParcelForm.Notice ? null : TicketThread.Begin(parcel, ZammadRest.Id(kept), given.Text),
            Lost = [.. _settings.Attributes.Values.Where(name => there is not null && wanted[name] is { } value && there.TextOrNull(name) != value.GetValue<string>()), .. side.Lost],
        };
    }

    private async Task<SendOutcome> SayAsync(Parcel parcel, TicketMessage further, CancellationToken cancellation)
    {
        var found = await FindAsync(parcel.Ref, cancellation).ConfigureAwait(false);
        if (found.Count == 0)
            throw NotDelivered.Later(Reasons.NoCase);
        var (there, articles, _) = (await _tickets.WayAsync(found[0].Id, cancellation).ConfigureAwait(false))[^1];
        var number = there.Number("id");
        if (!articles.Any(article => article.TextOrNull("subject") == further.Subject))
            await AddAsync(number, further, opens: parcel.Form != ParcelForm.Reminder && there.TextOrNull("state") == ZammadTickets.Closed, cancellation).ConfigureAwait(false);
        using var side = new SideSteps(cancellation);
        await CloseAsync(found, found[0].Id, side).ConfigureAwait(false);
        return new SendOutcome.Delivered(Name(there, number)) { Lost = side.Lost };
    }

    // In an ended ticket nobody would look at it again.
    private async Task AddAsync(long ticket, TicketMessage message, bool opens, CancellationToken cancellation)
    {
        try
        {
            if (opens)
            {
                await _rest.UpdateAsync(ticket, new JsonObject { ["state"] = "open", ["article"] = ZammadRest.Note(message) }, cancellation).ConfigureAwait(false);
                return;
            }
        }
        catch (NotDelivered e) when (e.Message is Reasons.Refused or Reasons.NotAuthorised)
        {
            // It can be written there all the same.
        }

        var note = ZammadRest.Note(message);
        note["ticket_id"] = ticket;
        await _rest.AddArticleAsync(note, cancellation).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<FoundTicket>> FindAsync(string reference, CancellationToken cancellation) =>
        _tickets.FindAsync(reference, SenderTexts.Fill(_texts.Subject, reference), cancellation);

    private async Task CloseAsync(IEnumerable<FoundTicket> found, long kept, SideSteps side)
    {
        foreach (var doubled in found.Where(ticket => ticket.MayClose && ticket.Id != kept).DistinctBy(ticket => ticket.Id))
            await side.TryAsync(Doubles, token => _rest.UpdateAsync(doubled.Id, new JsonObject { ["state"] = ZammadTickets.Closed }, token)).ConfigureAwait(false);
    }

    /// <summary>Null where nobody owns it but ourselves.</summary>
    private async Task<string?> OwnerAsync(JsonNode there, CancellationToken cancellation) =>
        there.TextOrNull("owner_id") is { } owner and not Nobody && owner != ZammadRest.Id(await _rest.MeAsync(cancellation).ConfigureAwait(false)) ? owner : null;

    private static string Name(JsonNode? there, long number) => "#" + (there.TextOrNull("number") ?? ZammadRest.Id(number));
}
