using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Turns;

public enum ReplyStatus
{
    /// <summary>Processed and durable.</summary>
    Done,

    /// <summary>The same message as before: the stored answer again.</summary>
    Repeated,

    /// <summary>The id of an earlier message with other words: nothing was applied.</summary>
    Stale,

    /// <summary>Nothing opens: closed, erased, expired, never been.</summary>
    Closed,

    /// <summary>Too many at once.</summary>
    Busy,
}

/// <summary>What a turn came to.</summary>
/// <param name="Turn">The number of the turn that handled the message; 0 where none did.</param>
/// <param name="Activities">The bot's messages in order, without id, time and addresses: those are the channel's to give.</param>
public sealed record ActivityReply(ReplyStatus Status, int Turn, IReadOnlyList<Activity> Activities)
{
    /// <summary>What stands for the person's own words where they must not be shown again (a case code); null shows them as they are.</summary>
    public string? Masked { get; init; }

    /// <summary>The conversation is over.</summary>
    public bool Ended { get; init; }

    /// <summary>It was erased at the person's wish: nothing of it is told any more.</summary>
    public bool Erased { get; init; }

    /// <summary>The number of the turn that asked what is asked now; 0 where nothing is stored.</summary>
    public int Standing { get; init; }

    /// <summary>A talk with a human is open: more may come by itself.</summary>
    public bool Talks { get; init; }

    /// <summary>Where a talk stands since this turn, as a `handoff.status` names it; null where that did not change.</summary>
    public string? TalkStatus { get; init; }

    /// <summary>The replies as they wait to be pushed; null where they are in no outbox.</summary>
    public Pushed? Push { get; init; }

    public override string ToString() => nameof(ActivityReply);
}

/// <summary>Turns of the past.</summary>
/// <param name="Last">The number of the last turn that was committed.</param>
public sealed record History(int Last, IReadOnlyList<PastTurn> Turns)
{
    /// <summary>The last turn of this page, where more follow; null where none do.</summary>
    public int? Until { get; init; }

    public override string ToString() => nameof(History);
}

/// <summary>One of them.</summary>
/// <param name="Person">What the person said, as it is shown; null where nothing was.</param>
public sealed record PastTurn(int Turn, Activity? Person, IReadOnlyList<Activity> Bot)
{
    public override string ToString() => nameof(PastTurn);
}
