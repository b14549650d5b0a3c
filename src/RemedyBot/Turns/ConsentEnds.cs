namespace RemedyBot.Turns;

/// <summary>The end of a yes: from its day on nobody may be given the case, their copy is to be deleted, and nothing comes back.</summary>
internal static class ConsentEnds
{
    /// <summary>
    /// Takes out what hung on each yes that has ended: the key of its box, whose letters were read before, and the answers for that recipient, so that
    /// they can be asked about anew. What was told of it stays.
    /// </summary>
    public static CaseFile Close(CaseFile file, DateOnly today)
    {
        if (!file.Held.Any(h => IsDue(h, today)))
            return file;
        var ended = file.Handoffs.Where(h => IsDue(h, today) && !h.Withdrawn).Select(h => h.Item).ToHashSet(StringComparer.Ordinal);
        return file with
        {
            Conversation = file.Conversation.Without(ended.Contains),
            Handoffs = [.. file.Handoffs.Select(h => Closed(h, today))],
            Talks = [.. file.Talks.Select(t => t.Handoff is { } held ? t with { Handoff = Closed(held, today) } : t)],
        };
    }

    private static bool IsDue(HandedOver handoff, DateOnly today) => today >= handoff.Expires && handoff.BoxKey is not null;

    private static HandedOver Closed(HandedOver handoff, DateOnly today) =>
        IsDue(handoff, today) ? handoff with { BoxKey = null, Document = null, Replies = [], Lines = 0 } : handoff;
}
