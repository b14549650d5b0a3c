using RemedyBot.Storage.Desk;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Handoff.Delivery;

/// <summary>What became of one attempt.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The recipient's system said yes, or will by the commit that takes the entry out of the outbox.</summary>
    /// <param name="Reference">Its own reference, or the handoff's where it gives none.</param>
    public sealed record Delivered(string Reference) : SendOutcome
    {
        /// <summary>The case's row at the built-in desk, written by that commit.</summary>
        public DeskDraft? Desk { get; init; }

        /// <summary>What a two-way system needs to be asked for answers later.</summary>
        public ThreadDraft? Thread { get; init; }

        /// <summary>
        /// Names of fields that their system dropped without a word, and of what could not be done besides (`doubles`, `fields`): the operator
        /// is warned, the case is there all the same.
        /// </summary>
        public IReadOnlyList<string> Lost { get; init; } = [];
    }

    /// <summary>Nothing is known to be wrong with the case: try again.</summary>
    /// <param name="Reason">One of <see cref="Reasons"/>.</param>
    public sealed record TryLater(string Reason) : SendOutcome
    {
        /// <summary>It may be there although we do not know it: nobody may be told that it is not.</summary>
        public bool MayHaveArrived { get; init; } = Reasons.MayHaveArrived(Reason);
    }

    /// <summary>It will never be taken.</summary>
    /// <param name="Reason">One of <see cref="Reasons"/>.</param>
    public sealed record Refused(string Reason) : SendOutcome;
}
