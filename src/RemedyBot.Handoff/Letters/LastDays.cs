namespace RemedyBot.Handoff.Letters;

/// <summary>The store keeps rows through their last day; a consent names the day on which the copy is deleted.</summary>
internal static class LastDays
{
    private const int LeastDays = 2;
    private const int DeadLetterDays = 7;

    internal static DateOnly OfCase(DateOnly expires) => expires.AddDays(-1);

    /// <summary>News of an expired consent must still live long enough to be read.</summary>
    internal static DateOnly OfLetter(DateOnly expires, DateOnly today)
    {
        var least = today.AddDays(LeastDays);
        return OfCase(expires) > least ? OfCase(expires) : least;
    }

    /// <summary>Long enough for an operator to come back from a week off; never longer than the consent.</summary>
    internal static DateOnly OfDeadLetter(DateOnly expires, DateOnly today) =>
        OfCase(expires) < today.AddDays(DeadLetterDays) ? OfCase(expires) : today.AddDays(DeadLetterDays);
}
