using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Consent;

/// <summary>Who can take a case.</summary>
/// <param name="Kind">helpline, desk, platform, authority, police, court, company or person.</param>
/// <param name="Key">What the case is sealed to; null where the recipient has none, which the consent question has to say.</param>
/// <param name="ListKey">At a desk whose case key is held elsewhere: the key that this server's workers hold, for the list only.</param>
public sealed record Recipient(string Kind, string Id, string Name, SealingKey? Key, SealingKey? ListKey = null);
