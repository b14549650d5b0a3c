namespace RemedyBot.Channels.Sms;

/// <summary>One message that a gateway brought.</summary>
/// <param name="Number">The sender's number in digits alone: one conversation, however a gateway writes it.</param>
/// <param name="Id">What makes a repeated call the same message; null where the gateway gives nothing to tell it by.</param>
/// <param name="Text">Null: it was too long to be kept.</param>
/// <param name="Media">Pictures came along.</param>
public sealed record SmsMessage(string Number, string? Text, string? Id, bool Media)
{
    public override string ToString() => nameof(SmsMessage);
}
