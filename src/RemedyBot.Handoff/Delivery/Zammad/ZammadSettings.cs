namespace RemedyBot.Handoff.Delivery.Zammad;

/// <param name="Url">Where Zammad is, without `api/v1`.</param>
/// <param name="Token">An access token with the permission ticket.agent.</param>
/// <param name="Group">Whose tickets they become.</param>
/// <param name="Customer">An address of the helpline's own that stands as customer: Zammad may write to it, so it is never a person's.</param>
public sealed record ZammadSettings(Uri Url, string Token, string Group, string Customer) : SenderSettings
{
    private const int LeastSecret = 16;

    /// <summary>The secret ("HMAC SHA1 Signature Token") of the webhook that Zammad calls back with; null where we only ask.</summary>
    public string? WebhookToken { get; init; }

    /// <summary>Ticket attributes that the administrator made for us, by what they hold: ref, urgency, language, country. Others are not filled.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Zammad's names for its priorities.</summary>
    public IReadOnlyDictionary<string, string> Priorities { get; init; } =
        new Dictionary<string, string> { ["critical"] = "3 high", ["high"] = "3 high", ["normal"] = "2 normal", ["low"] = "1 low" };

    public override IEnumerable<string> Problems() =>
        new[] { Web("url", Url), Given("token", Token), Given("group", Group), Given("customer", Customer), WebhookToken is null or { Length: >= LeastSecret } ? null : "webhookToken: at least 16 characters" }.OfType<string>();
}
