using RemedyBot.Storage.Sealing;

namespace RemedyBot.Handoff.Consent;

/// <summary>What a preparation needs from the world.</summary>
/// <param name="Sign">The server's sign key.</param>
public sealed record HandoffMeans(SignKey Sign, IRandomness Random)
{
    /// <summary>Makes of a projection's JSON what people read, in the recipient's language and the person's own. For systems that show text.</summary>
    public Func<string, string>? Readable { get; init; }

    /// <summary>Now; asked only where a key may have ended.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.MaxValue;
}
