using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Handoff.Delivery;

/// <summary>What stands in a thread row, sealed under the delivery key: a case that was delivered elsewhere, and where its answers go.</summary>
/// <param name="Box">Null where nothing can come back: then no letter can be told to belong to this recipient.</param>
/// <param name="Ticket">As their system numbers it; empty where it cannot be asked for answers.</param>
/// <param name="Cursor">How far its answers were read; what it looks like is the sender's own affair.</param>
/// <param name="State">What the person was told last.</param>
public sealed record TicketThread(ReceiptRecipient Recipient, string Ref, string Ticket, BoxAddress? Box, string Cursor, DateOnly Expires, HandoffState State)
{
    /// <summary>Their system was told that the consent is about to end.</summary>
    public bool Reminded { get; init; }

    /// <summary>The outbox entry of the e-mail that goes to the person unless somebody says in time that the case was seen.</summary>
    public long? LateNotice { get; init; }

    /// <summary>For a system that cannot be asked: only the end of the consent is kept in mind.</summary>
    internal static ThreadDraft? Begin(Parcel parcel) => parcel is { IsCase: true, Box: not null } ? Of(parcel, "", null, "").ToDraft() : null;

    /// <summary>Null where nobody waits for an answer.</summary>
    internal static ThreadDraft? Begin(Parcel parcel, string ticket, string cursor) => parcel.Box is { } box ? Of(parcel, ticket, box, cursor).ToDraft() : null;

    private static TicketThread Of(Parcel parcel, string ticket, BoxAddress? box, string cursor) =>
        new(parcel.Recipient, parcel.Ref, ticket, box, cursor, parcel.Expires, HandoffState.Delivered) { LateNotice = parcel.LateNotice };

    public ThreadDraft ToDraft() => new(HandoffJson.Write(this), LastDays.OfCase(Expires));

    public static TicketThread? Read(ReadOnlySpan<byte> json) => HandoffJson.Read<TicketThread>(json);

    public override string ToString() => nameof(TicketThread);
}
