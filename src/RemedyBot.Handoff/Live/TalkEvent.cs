namespace RemedyBot.Handoff.Live;

/// <summary>What happens to a talk. It may come twice, late, and in any order.</summary>
public enum TalkEvent
{
    Accepted,
    Completed,
    Failed,

    /// <summary>The time for taking it is over, or nobody is there who could.</summary>
    NobodyCame,

    /// <summary>Who took it is signed out.</summary>
    WorkerGone,

    /// <summary>The person ended it.</summary>
    Cancelled,
}
