namespace RemedyBot.Handoff.Letters;

/// <summary>The store keeps rows through their last day; a consent names the day on which the copy is deleted.</summary>
internal static class LastDays
{
    internal static DateOnly Before(DateOnly expires) => expires.AddDays(-1);
}
