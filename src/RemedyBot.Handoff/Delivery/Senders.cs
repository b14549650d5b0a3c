using RemedyBot.Handoff.Delivery.FileDrop;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Handoff.Delivery.RequestTracker;
using RemedyBot.Handoff.Delivery.Web;
using RemedyBot.Handoff.Delivery.Webhook;
using RemedyBot.Handoff.Delivery.Zammad;

namespace RemedyBot.Handoff.Delivery;

/// <summary>Makes the sender that a recipient's settings ask for.</summary>
public sealed class Senders(TimeProvider time) : IDisposable
{
    private readonly HttpClient _client = WebCalls.NewClient();

    /// <param name="texts">In the recipient's language.</param>
    /// <exception cref="ArgumentException">The settings are not right: <see cref="SenderSettings.Problems"/> says what to change.</exception>
    public ISender For(string recipientId, SenderSettings settings, SenderTexts texts)
    {
        if (settings.Problems().ToList() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join("; ", problems), nameof(settings));
        return settings switch
        {
            RequestTrackerSettings tracker => new RequestTrackerSender(recipientId, tracker, texts, _client),
            ZammadSettings zammad => new ZammadSender(recipientId, zammad, texts, _client),
            MailSettings mail => new MailSender(recipientId, mail, texts, time),
            WebhookSettings webhook => new WebhookSender(recipientId, webhook, time, _client),
            FileDropSettings drop => new FileDropSender(recipientId, drop, time),
            _ => throw new ArgumentOutOfRangeException(nameof(settings)),
        };
    }

    public void Dispose() => _client.Dispose();
}
