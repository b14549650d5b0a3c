namespace RemedyBot.Handoff.Consent;

/// <summary>
/// The record of one consent. It proves that this server recorded a yes, not that a human gave it: whoever holds the sign key can
/// make one.
/// </summary>
/// <param name="Sha256">SHA-256 of the projection's UTF-8 text as it stands in the bundle, base64url.</param>
public sealed record Receipt(
    string Instance,
    string Ref,
    ReceiptRecipient Recipient,
    IReadOnlyList<string> Groups,
    string Purpose,
    string By,
    DateOnly Day,
    DateOnly Expires,
    string TextVersion,
    string Sha256);
