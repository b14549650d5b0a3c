using RemedyBot.Handoff.Consent;

namespace RemedyBot.Handoff.Live;

/// <summary>The state machine of a talk: bot → requested → human → over, or over at any time. What is over stays over.</summary>
public static class TalkStages
{
    public static bool IsOpen(this TalkStage stage) => stage is TalkStage.Requested or TalkStage.Human;

    public static TalkStage Next(TalkStage stage, TalkEvent happened) => (stage, happened) switch
    {
        (TalkStage.Requested, TalkEvent.Accepted) => TalkStage.Human,
        (TalkStage.Requested, TalkEvent.NobodyCame) => TalkStage.Missed,
        (TalkStage.Human, TalkEvent.WorkerGone) => TalkStage.Left,
        (TalkStage.Requested or TalkStage.Human, TalkEvent.Completed) => TalkStage.Completed,
        (TalkStage.Requested or TalkStage.Human, TalkEvent.Failed) => TalkStage.Failed,
        (TalkStage.Requested or TalkStage.Human, TalkEvent.Cancelled) => TalkStage.Cancelled,
        _ => stage,
    };

    /// <summary>The state of a Bot Framework `handoff.status`; null where it has none.</summary>
    public static string? ToStatus(this TalkStage stage) => stage switch
    {
        TalkStage.Requested => null,
        TalkStage.Human => "accepted",
        TalkStage.Completed or TalkStage.Cancelled => "completed",
        _ => "failed",
    };

    /// <summary>What a `handoff.status` says, however it is written; null for a state that nobody knows.</summary>
    public static TalkEvent? Read(string? status) =>
        Is(status, "accepted") ? TalkEvent.Accepted : Is(status, "completed") ? TalkEvent.Completed : Is(status, "failed") ? TalkEvent.Failed : null;

    /// <summary>What a letter from the desk means for the talk; null where it means nothing for it. Words mean that somebody is there.</summary>
    public static TalkEvent? Of(HandoffState state) => state switch
    {
        HandoffState.Accepted or HandoffState.InProgress or HandoffState.Answered => TalkEvent.Accepted,
        HandoffState.Done => TalkEvent.Completed,
        HandoffState.Declined or HandoffState.Referred or HandoffState.Failed => TalkEvent.Failed,
        _ => null,
    };

    private static bool Is(string? status, string state) => string.Equals(status?.Trim(), state, StringComparison.OrdinalIgnoreCase);
}
