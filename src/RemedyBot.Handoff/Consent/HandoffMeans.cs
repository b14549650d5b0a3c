using RemedyBot.Storage.Sealing;

namespace RemedyBot.Handoff.Consent;

/// <summary>What a preparation needs from the world.</summary>
/// <param name="Sign">The server's sign key.</param>
public sealed record HandoffMeans(SignKey Sign, IRandomness Random);
