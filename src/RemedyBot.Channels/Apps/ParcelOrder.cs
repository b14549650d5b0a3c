namespace RemedyBot.Channels.Apps;

/// <summary>Numbers that grow from parcel to parcel. They begin with the time, so that those of a later process are larger; the parcel is sealed, so they tell nobody when.</summary>
internal static class ParcelOrder
{
    private static long last;

    public static long Next()
    {
        while (true)
        {
            var before = Volatile.Read(ref last);
            var next = Math.Max(before + 1, TimeProvider.System.GetUtcNow().UtcTicks);
            if (Interlocked.CompareExchange(ref last, next, before) == before)
                return next;
        }
    }

    /// <summary>One was found that an earlier process made: where the clock was set back since, what comes now is later all the same.</summary>
    public static void Found(long order)
    {
        for (var before = Volatile.Read(ref last); before < order; before = Volatile.Read(ref last))
            Interlocked.CompareExchange(ref last, order, before);
    }
}
