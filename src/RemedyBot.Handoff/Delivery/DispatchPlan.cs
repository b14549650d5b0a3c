namespace RemedyBot.Handoff.Delivery;

/// <summary>Which entries may be tried now. A pure function of what waits.</summary>
internal static class DispatchPlan
{
    /// <param name="all">In the order of their turn; dead ones too, since what follows a dead case has nothing to follow. A dead answer holds nobody back.</param>
    /// <param name="atOnce">How many for each recipient.</param>
    /// <returns>One list for each recipient, in order.</returns>
    internal static IReadOnlyList<IReadOnlyList<Waiting>> Lanes(IReadOnlyList<Waiting> all, DateTimeOffset now, int atOnce)
    {
        var first = new Dictionary<(string Recipient, string Ref), int>();
        foreach (var waiting in all.Where(one => one.Entry.Dead is null || one.Parcel.IsCase))
            first[Place(waiting)] = Math.Min(first.GetValueOrDefault(Place(waiting), int.MaxValue), waiting.Parcel.Order);
        return [.. all
            .Where(waiting => waiting.Entry.Dead is null && waiting.Entry.Due <= now && waiting.Parcel.Order == first[Place(waiting)])
            .GroupBy(waiting => waiting.Parcel.Recipient.Id, StringComparer.Ordinal)
            .Select(lane => lane.Take(atOnce).ToList())];
    }

    // The desk's bell bears the reference of the desk's case, and holds back nothing that goes to the desk.
    private static (string Recipient, string Ref) Place(Waiting waiting) => (waiting.Parcel.Recipient.Id, waiting.Parcel.Ref);
}
