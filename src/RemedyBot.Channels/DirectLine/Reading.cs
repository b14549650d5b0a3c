using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.DirectLine;

/// <summary>What a reader has missed.</summary>
internal sealed class Reading(DirectLineParts parts, EndedConversations ended, Transcript transcript)
{
    /// <param name="Last">The number of the last Activity in the set, or where the reader already was.</param>
    internal sealed record Missed(ActivitySet Set, long Last);

    /// <summary>Null where the conversation is closed, erased, or has never been.</summary>
    /// <param name="after">The reader's watermark; 0, or one ahead of us, replays from the start.</param>
    public async Task<Missed?> AfterAsync(Bearer bearer, long after, CancellationToken cancellation)
    {
        var history = await parts.History(bearer.Token, Math.Max(0, Numbering.TurnOf(after) - 1), anew: after == 0, cancellation).ConfigureAwait(false);
        if (history is null)
            return ended.Find(bearer.Conversation) is { } said ? Set([.. said.Where(n => n.Number > after || after > said[^1].Number)], after) : null;
        if (Numbering.TurnOf(after) > history.Last)
        {
            after = 0;
            history = await parts.History(bearer.Token, 0, anew: true, cancellation).ConfigureAwait(false);
            if (history is null)
                return null;
        }
        return Set(transcript.Past(bearer, history, after, anew: after == 0 && history.Last > 1), after);
    }

    private static Missed Set(IReadOnlyList<Transcript.Numbered> missed, long after)
    {
        var last = missed.Count == 0 ? after : missed[^1].Number;
        return new(new([.. missed.Select(n => n.Activity)], Numbering.Watermark(last)), last);
    }
}
