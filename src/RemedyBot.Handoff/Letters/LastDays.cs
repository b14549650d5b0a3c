namespace RemedyBot.Handoff.Letters;

/// <summary>The store keeps rows through their last day; a consent names the day on which the copy is deleted.</summary>
internal static class LastDays
{
    private const int LeastDays = 2;

    internal static DateOnly OfCase(DateOnly expires) => expires.AddDays(-1);

    /// <summary>News of an expired consent must still live long enough to be read.</summary>
    internal static DateOnly OfLetter(DateOnly expires, DateOnly today)
    {
        var least = today.AddDays(LeastDays);
        return OfCase(expires) > least ? OfCase(expires) : least;
    }
}
