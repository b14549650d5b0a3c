using System.Globalization;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.Zammad;

/// <summary>One ticket a handoff in Zammad. Its customer is an address of the helpline's own; staff answer with a public note.</summary>
public sealed class ZammadSender : ITalkingSender
{
    private readonly ZammadSettings _settings;
    private readonly SenderTexts _texts;
    private readonly ZammadRest _rest;

    public ZammadSender(string recipientId, ZammadSettings settings, SenderTexts texts, HttpClient client)
    {
        RecipientId = recipientId;
        _settings = settings;
        _texts = texts;
        _rest = new ZammadRest(client, settings);
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
        var cursor = long.Parse(thread.Cursor, NumberStyles.None, CultureInfo.InvariantCulture);
        var fresh = (await _rest.ArticlesAsync(thread.Ticket, cancellation).ConfigureAwait(false)).Where(article => article.Number("id") > cursor).ToList();
        var replies = fresh
            .Where(article => article.TextOrNull("sender") == "Agent" && (article as JsonObject)?["internal"] is JsonValue && !article.IsTrue("internal"))
            .Where(article => !TicketMessage.IsOurs(article.TextOrNull("subject"), thread.Ref))
            .Select(article => PlainWords.Of(article.TextOrNull("body") ?? "", article.TextOrNull("content_type")))
            .Where(words => words.Length > 0)
            .ToList();
        var ticket = await _rest.ShowAsync(thread.Ticket, cancellation).ConfigureAwait(false);
        var next = fresh.Count == 0 ? thread.Cursor : ZammadRest.Id(fresh[^1].Number("id"));
        return new Fetched(replies, next, ticket.TextOrNull("state") == "closed" ? HandoffState.Done : null);
    }

    private async Task<SendOutcome> OpenAsync(Parcel parcel, CancellationToken cancellation)
    {
        var message = TicketMessage.Opening(parcel, _texts, _settings.NoticeOnly);
        var wanted = Ticket(message, parcel.Ref);
        var found = await _rest.FindAsync(_texts.SubjectOf(parcel), parcel.Ref, cancellation).ConfigureAwait(false);
        var number = found.Count > 0 ? found[0] : await CreateAsync(parcel, wanted, cancellation).ConfigureAwait(false);
        foreach (var doubled in found.Skip(1))
            await _rest.CloseAsync(doubled, cancellation).ConfigureAwait(false);
        foreach (var tag in Tags(message.Facts))
            await _rest.TagAsync(number, tag, cancellation).ConfigureAwait(false);
        var ticket = await _rest.ShowAsync(ZammadRest.Id(number), cancellation).ConfigureAwait(false);
        return new SendOutcome.Delivered("#" + (ticket.TextOrNull("number") ?? ZammadRest.Id(number)))
        {
            Thread = parcel.Form == ParcelForm.Notice ? null : TicketThread.Begin(parcel, ZammadRest.Id(number), "0"),
            Lost = [.. _settings.Attributes.Values.Where(name => wanted[name] is { } value && ticket.TextOrNull(name) != value.GetValue<string>())],
        };
    }

    // Looked for again: an attempt that we gave up may have arrived in between, and the oldest is the one.
    private async Task<long> CreateAsync(Parcel parcel, JsonObject ticket, CancellationToken cancellation)
    {
        var created = await _rest.CreateAsync(ticket, cancellation).ConfigureAwait(false);
        var all = await _rest.FindAsync(_texts.SubjectOf(parcel), parcel.Ref, cancellation).ConfigureAwait(false);
        foreach (var doubled in all.Skip(1))
            await _rest.CloseAsync(doubled, cancellation).ConfigureAwait(false);
        return all.Count > 0 ? all[0] : created;
    }

    private JsonObject Ticket(TicketMessage message, string reference)
    {
        var facts = message.Facts;
        var ticket = new JsonObject
        {
            ["title"] = message.Subject,
            ["group"] = _settings.Group,
            ["customer"] = _settings.Customer,
            ["article"] = ZammadRest.Note(message),
        };
        if (facts.Urgency is { } urgency && _settings.Priorities.TryGetValue(urgency, out var priority))
            ticket["priority"] = priority;
        foreach (var (what, name) in _settings.Attributes)
        {
            if (Value(what, reference, facts) is { } value)
                ticket[name] = value;
        }

        return ticket;
    }

    private async Task<SendOutcome> SayAsync(Parcel parcel, TicketMessage further, CancellationToken cancellation)
    {
        var found = await _rest.FindAsync(_texts.SubjectOf(parcel), parcel.Ref, cancellation).ConfigureAwait(false);
        if (found.Count == 0)
            throw NotDelivered.Later(Reasons.NoCase);
        var articles = await _rest.ArticlesAsync(ZammadRest.Id(found[0]), cancellation).ConfigureAwait(false);
        if (!articles.Any(article => article.TextOrNull("subject") == further.Subject))
        {
            var note = ZammadRest.Note(further);
            note["ticket_id"] = found[0];
            await _rest.AddArticleAsync(note, cancellation).ConfigureAwait(false);
        }

        return new SendOutcome.Delivered("#" + ZammadRest.Id(found[0]));
    }

    private static IEnumerable<string> Tags(CaseFacts facts) =>
        facts.Harms.Concat(new[] { facts.Country is { } country ? "country:" + country : null, facts.Language is { } language ? "language:" + language : null }.OfType<string>());

    private static string? Value(string what, string reference, CaseFacts facts) => what switch
    {
        "ref" => reference,
        "urgency" => facts.Urgency,
        "language" => facts.Language,
        "country" => facts.Country,
        _ => null,
    };
}
