namespace RemedyBot.Handoff.Delivery.Webhook;

/// <param name="Secret">Shared with the receiver, at least 32 characters: each call is signed with it.</param>
public sealed record WebhookSettings(Uri Url, string Secret) : SenderSettings
{
    private const int LeastSecret = 32;

    public override IEnumerable<string> Problems() =>
        new[] { Web("url", Url), Secret is { Length: >= LeastSecret } ? null : "secret: at least 32 characters" }.OfType<string>();
}
