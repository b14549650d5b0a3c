namespace RemedyBot.Channels.WhatsApp;

/// <summary>What one call of WhatsApp's says.</summary>
/// <param name="Messages">For our number, in the order in which they were sent.</param>
/// <param name="Failures">Errors: of the account, or of messages of ours that did not arrive.</param>
public sealed record WhatsAppReading(IReadOnlyList<WhatsAppMessage> Messages, IReadOnlyList<WhatsAppFailure> Failures)
{
    public override string ToString() => nameof(WhatsAppReading);
}
