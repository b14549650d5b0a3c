namespace RemedyBot.Handoff.Live;

/// <summary>Where a talk between a person and a worker stands. Those from <see cref="Completed"/> on are over: what is written then goes by letter.</summary>
public enum TalkStage
{
    /// <summary>Asked for; nobody has taken it yet.</summary>
    Requested,

    /// <summary>A human is there.</summary>
    Human,

    /// <summary>The worker ended it.</summary>
    Completed,

    /// <summary>The worker could not take it.</summary>
    Failed,

    /// <summary>Nobody took it in time, or nobody is there any more.</summary>
    Missed,

    /// <summary>The worker was there and has gone without a word.</summary>
    Left,

    /// <summary>The person ended it.</summary>
    Cancelled,
}
