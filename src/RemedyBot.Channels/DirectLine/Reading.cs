using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.DirectLine;

/// <summary>What a reader has missed, a page at a time.</summary>
internal sealed class Reading(DirectLineParts parts, Streams streams, EndedConversations ended, Transcript transcript)
{
    /// <param name="Last">The number of the last Activity in the set, or where the reader already was.</param>
    /// <param name="Next">The watermark of the next page; null where this was the last.</param>
    internal sealed record Missed(ActivitySet Set, long Last, long? Next);

    /// <summary>Null where the conversation is closed, erased, or has never been.</summary>
    /// <param name="mark">The reader's watermark; 0, or one ahead of us, replays from the start.</param>
    public async Task<Missed?> AfterAsync(Bearer bearer, long mark, CancellationToken cancellation)
    {
        var (after, anew) = Numbering.Split(mark);
        var history = await parts.History(bearer.Token, Math.Max(0, Numbering.TurnOf(after) - 1), anew, cancellation).ConfigureAwait(false);
        if (history is null)
            return await LastWordsAsync(bearer, cancellation).ConfigureAwait(false) is { } said ? Page([.. said.Where(n => n.Number > after || after > said[^1].Number)], after, null) : null;
        if (Numbering.TurnOf(after) > history.Last)
        {
            (after, anew) = (0, true);
            history = await parts.History(bearer.Token, 0, anew, cancellation).ConfigureAwait(false);
            if (history is null)
                return null;
        }
        var missed = transcript.Past(bearer, history, after, anew: anew && history.Last > 1);
        if (history.Until is not { } until)
            return Page(missed, after, null);
        var last = missed.Count == 0 ? Numbering.Of(until, 0) : missed[^1].Number;
        return Page(missed, after, anew ? Numbering.Replaying(last) : last);
    }

    /// <summary>What was said at the end of a conversation that is closed; null where there was none. Waits for the turn that may just be closing it.</summary>
    public async Task<IReadOnlyList<Transcript.Numbered>?> LastWordsAsync(Bearer bearer, CancellationToken cancellation)
    {
        using var lane = await streams.EnterAsync(bearer.Conversation, cancellation).ConfigureAwait(false);
        return ended.Find(bearer.Conversation);
    }

    private static Missed Page(IReadOnlyList<Transcript.Numbered> missed, long after, long? next)
    {
        var last = missed.Count == 0 ? after : missed[^1].Number;
        return new(new([.. missed.Select(n => n.Activity)], Numbering.Watermark(next ?? last)), last, next);
    }
}
