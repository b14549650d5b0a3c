namespace RemedyBot.Handoff.Delivery;

/// <summary>Which entries may be tried now. A pure function of what waits.</summary>
internal static class DispatchPlan
{
    /// <param name="all">In the order of their turn; dead ones too, since what follows a dead case has nothing to follow. A dead answer holds nobody back.</param>
    /// <param name="atOnce">How many for each recipient.</param>
    /// <returns>One list for each recipient, in order.</returns>
    internal static IReadOnlyList<IReadOnlyList<Waiting>> Lanes(IReadOnlyList<Waiting> all, DateTimeOffset now, int atOnce)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var waiting in all.Where(one => one.Entry.Dead is null || one.Parcel.IsCase))
            first[waiting.Parcel.Ref] = Math.Min(first.GetValueOrDefault(waiting.Parcel.Ref, int.MaxValue), waiting.Parcel.Order);
        return [.. all
            .Where(waiting => waiting.Entry.Dead is null && waiting.Entry.Due <= now && waiting.Parcel.Order == first[waiting.Parcel.Ref])
            .GroupBy(waiting => waiting.Parcel.Recipient.Id, StringComparer.Ordinal)
            .Select(lane => lane.Take(atOnce).ToList())];
    }
}
