namespace RemedyBot.Handoff.Delivery.RequestTracker;

/// <param name="Url">Where RT is, without `REST/2.0`.</param>
/// <param name="Token">An authentication token of a user of our own who may see, create, show, reply and modify in this queue.</param>
public sealed record RequestTrackerSettings(Uri Url, string Token, string Queue) : SenderSettings
{
    /// <summary>The custom field that holds the handoff's reference: tickets are found by it.</summary>
    public const string CaseRef = "CaseRef";

    public override IEnumerable<string> Problems() =>
        new[] { Web("url", Url), Given("token", Token), Given("queue", Queue), Queue?.Contains('\'', StringComparison.Ordinal) == true ? "queue: a name without '" : null }.OfType<string>();
}
