namespace RemedyBot.Handoff.Delivery;

/// <summary>Ends an attempt early. Its message is a stable word and nothing of the case.</summary>
internal sealed class NotDelivered : Exception
{
    private NotDelivered(SendOutcome outcome, string reason)
        : base(reason) => Outcome = outcome;

    internal SendOutcome Outcome { get; }

    internal static NotDelivered Later(string reason) => new(new SendOutcome.TryLater(reason), reason);

    /// <summary>As above, of what may have done its work all the same.</summary>
    internal static NotDelivered Unclear(string reason) => new(new SendOutcome.TryLater(reason) { MayHaveArrived = true }, reason);

    internal static NotDelivered Never(string reason) => new(new SendOutcome.Refused(reason), reason);
}
