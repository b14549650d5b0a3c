namespace RemedyBot.Composition;

/// <summary>A clock that stands still (`chat --now`); timers run as ever.</summary>
public sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
