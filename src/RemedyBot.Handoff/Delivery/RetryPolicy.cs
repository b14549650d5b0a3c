namespace RemedyBot.Handoff.Delivery;

/// <summary>When to try again, and when to say honestly that it did not work.</summary>
public static class RetryPolicy
{
    /// <summary>The last attempt is two to three days after the first: longer than a system that is down for a whole weekend, short enough for the person to choose another way.</summary>
    public const int MostAttempts = 23;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>What may have arrived is not sent again at once: a mail server that was only slow takes its time, and each letter is one more to read.</summary>
    private static readonly TimeSpan AfterDoubt = TimeSpan.FromHours(1);

    /// <param name="attempts">Attempts made so far, the failed one included.</param>
    /// <param name="spread">0 to 1: keeps many deliveries that failed together from coming back together.</param>
    /// <returns>The moment of the next attempt; null where there is none.</returns>
    public static DateTimeOffset? Next(int attempts, DateTimeOffset now, DateOnly expires, double spread)
    {
        if (attempts >= MostAttempts)
            return null;
        return Before(expires, now + (Pause(attempts) * (0.8 + (0.4 * spread))));
    }

    /// <summary>As above, for one parcel. A request to delete is tried until the consent's last day: nobody can choose another way for it.</summary>
    internal static DateTimeOffset? Next(Parcel parcel, string reason, int attempts, DateTimeOffset now, double spread)
    {
        var counted = parcel.Form == ParcelForm.Withdrawal ? Math.Min(attempts, MostAttempts - 1) : attempts;
        var next = Next(counted, now, parcel.Expires, spread);
        return reason == Reasons.Unsure && next < now + AfterDoubt ? Before(parcel.Expires, now + (AfterDoubt * (1 + spread))) : next;
    }

    private static TimeSpan Pause(int attempts)
    {
        var doubled = First * Math.Pow(2, Math.Max(0, attempts - 1));
        return doubled < Longest ? doubled : Longest;
    }

    private static DateTimeOffset? Before(DateOnly expires, DateTimeOffset next) => DateOnly.FromDateTime(next.UtcDateTime) < expires ? next : null;
}
