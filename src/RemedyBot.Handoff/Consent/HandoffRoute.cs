namespace RemedyBot.Handoff.Consent;

/// <summary>A handoff that was made: to whom, under which reference, until when.</summary>
public sealed record HandoffRoute(Recipient Recipient, string Ref, DateOnly Expires);
