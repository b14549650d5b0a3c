namespace RemedyBot.Handoff.Consent;

public sealed record ReceiptRecipient(string Kind, string Id, string Name);
