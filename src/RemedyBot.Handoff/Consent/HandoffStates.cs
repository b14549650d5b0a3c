namespace RemedyBot.Handoff.Consent;

/// <summary>The states' names on the wire, and which may follow which.</summary>
public static class HandoffStates
{
    private static readonly (HandoffState State, string Name)[] Names =
    [
        (HandoffState.Waiting, "waiting"),
        (HandoffState.Delivered, "delivered"),
        (HandoffState.Received, "received"),
        (HandoffState.Accepted, "accepted"),
        (HandoffState.InProgress, "in_progress"),
        (HandoffState.Answered, "answered"),
        (HandoffState.Done, "done"),
        (HandoffState.Referred, "referred"),
        (HandoffState.Declined, "declined"),
        (HandoffState.Withdrawn, "withdrawn"),
        (HandoffState.Failed, "failed"),
    ];

    public static string ToName(this HandoffState state) => Names.First(pair => pair.State == state).Name;

    public static HandoffState? Read(string? name)
    {
        foreach (var pair in Names)
        {
            if (pair.Name == name)
                return pair.State;
        }

        return null;
    }

    /// <summary>What a worker may honestly say next; `answered` is not among them, since only an answer makes it true.</summary>
    public static IReadOnlyList<HandoffState> After(HandoffState state) => state switch
    {
        HandoffState.Delivered => [HandoffState.Received, HandoffState.Accepted, HandoffState.Referred, HandoffState.Declined],
        HandoffState.Received => [HandoffState.Accepted, HandoffState.Referred, HandoffState.Declined],
        HandoffState.Accepted => [HandoffState.InProgress, HandoffState.Done, HandoffState.Referred, HandoffState.Declined],
        HandoffState.InProgress => [HandoffState.Done, HandoffState.Referred, HandoffState.Declined],
        HandoffState.Answered => [HandoffState.InProgress, HandoffState.Done, HandoffState.Referred],
        HandoffState.Done or HandoffState.Referred or HandoffState.Declined => [HandoffState.InProgress],
        _ => [],
    };

    /// <summary>Says whether an answer can still be written: not before delivery, not after withdrawal.</summary>
    public static bool CanBeAnswered(HandoffState state) => After(state).Count > 0;
}
