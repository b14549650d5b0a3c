namespace RemedyBot.Handoff.Delivery;

/// <summary>When to try again, and when to say honestly that it did not work.</summary>
public static class RetryPolicy
{
    /// <summary>The last attempt is about two days after the first: longer than a helpline's weekend outage, short enough for the person to choose another way.</summary>
    public const int MostAttempts = 16;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <param name="attempts">Attempts made so far, the failed one included.</param>
    /// <param name="spread">0 to 1: keeps many deliveries that failed together from coming back together.</param>
    /// <returns>The moment of the next attempt; null where there is none.</returns>
    public static DateTimeOffset? Next(int attempts, DateTimeOffset now, DateOnly expires, double spread)
    {
        if (attempts >= MostAttempts)
            return null;
        var doubled = First * Math.Pow(2, Math.Max(0, attempts - 1));
        var pause = doubled < Longest ? doubled : Longest;
        var next = now + (pause * (0.8 + (0.4 * spread)));
        return DateOnly.FromDateTime(next.UtcDateTime) < expires ? next : null;
    }
}
