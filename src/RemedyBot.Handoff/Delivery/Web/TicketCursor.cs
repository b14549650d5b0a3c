using System.Globalization;

namespace RemedyBot.Handoff.Delivery.Web;

/// <summary>How far a ticket was read.</summary>
/// <param name="Read">The last number read; 0 before the first look.</param>
/// <param name="Given">Who owned it as soon as it was made: a rule gave it to them, no human took it. Null for nobody, <see cref="Unseen"/> where nobody has looked yet.</param>
internal sealed record TicketCursor(long Read, string? Given)
{
    internal const string Unseen = "";

    internal string Text => Read.ToString(CultureInfo.InvariantCulture) + (Given is null ? "" : " " + Given);

    /// <summary>At the first look: who owns it by then may have it by a rule, and a human who took it shows by an answer.</summary>
    internal TicketCursor At(string? owner) => Given == Unseen ? this with { Given = owner } : this;

    internal bool IsTaken(string? owner) => owner is not null && owner != Given;

    internal static TicketCursor Of(TicketThread thread) => thread.Cursor.Split(' ', 2) is [var read, .. var given]
        ? new(long.Parse(read, NumberStyles.None, CultureInfo.InvariantCulture), given.FirstOrDefault())
        : throw new ArgumentException("No cursor.", nameof(thread));
}
