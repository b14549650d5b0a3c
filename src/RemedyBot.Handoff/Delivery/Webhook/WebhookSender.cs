using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery.Web;

namespace RemedyBot.Handoff.Delivery.Webhook;

/// <summary>
/// Calls a partner's own program over HTTPS with what is sealed to them. The body is described by `webhook.schema.json` beside this file. The
/// id is the same on every attempt: a receiver that knows it answers as before, or with 409.
/// </summary>
public sealed class WebhookSender(string recipientId, WebhookSettings settings, TimeProvider time, HttpClient client) : ISender
{
    private const int Conflict = 409;

    private readonly WebCalls _calls = new(client, settings.Url, null);

    public bool Takes(Parcel parcel) => parcel.Recipient.Id == recipientId && parcel.Form is not (ParcelForm.Desk or ParcelForm.OpenPgp);

    public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation) => Attempt.OfAsync(async () =>
    {
        var call = Body(parcel);
        var id = call["id"]!.GetValue<string>();
        var body = JsonSerializer.SerializeToUtf8Bytes(call, HandoffJson.Options);
        using var content = new ByteArrayContent(body);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        content.Headers.Add(WebhookSignature.TimestampHeader, now.ToString(CultureInfo.InvariantCulture));
        content.Headers.Add(WebhookSignature.IdHeader, id);
        content.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(settings.Secret, now, id, body));
        var answer = await _calls.SendAsync(HttpMethod.Post, "", content, cancellation).ConfigureAwait(false);
        if (answer.Status is Conflict or 204 || (answer.Status is >= 200 and < 300 && answer.Body.Length == 0))
            return Delivered(parcel, parcel.Ref);
        var reference = answer.Json() is JsonObject said ? said.TextOrNull("reference") : throw NotDelivered.Unclear(Reasons.Malformed);
        return Delivered(parcel, reference is { Length: > 0 and <= 100 } ? reference : parcel.Ref);
    });

    private static SendOutcome.Delivered Delivered(Parcel parcel, string reference) => new(reference) { Thread = TicketThread.Begin(parcel) };

    private JsonObject Body(Parcel parcel)
    {
        var minimal = parcel.Form == ParcelForm.Notice || (settings.NoticeOnly && parcel.IsCase);
        var (type, name, content) = parcel.Form switch
        {
            _ when minimal => ("notice", null, null),
            ParcelForm.Reminder => ("reminder", null, null),
            ParcelForm.Jwe => ("case", "jwe", parcel.Content),
            ParcelForm.Withdrawal => ("withdrawal", "jws", parcel.Content),
            ParcelForm.Answer => ("answer", "jwe", parcel.Sealed ?? throw NotDelivered.Never(Reasons.KeyMissing)),
            _ => throw NotDelivered.Never(Reasons.KeyMissing),
        };
        var call = new JsonObject { ["schema"] = "remedybot.webhook/1", ["type"] = type, ["id"] = $"{parcel.Ref}/{parcel.Part ?? type}", ["ref"] = parcel.Ref };
        if (name is not null)
            call[name] = content;
        return call;
    }
}
