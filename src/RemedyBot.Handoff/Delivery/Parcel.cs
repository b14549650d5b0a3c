using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Handoff.Delivery;

/// <summary>
/// What stands in an outbox entry. The store seals it under the delivery key; <see cref="Content"/> is already sealed to the
/// recipient where they have a key.
/// </summary>
/// <param name="Box">Where news of it goes; null for a withdrawal, which nobody waits for.</param>
/// <param name="Expires">From this day on nobody may be given the case any more.</param>
public sealed record Parcel(ReceiptRecipient Recipient, string Ref, BoxAddress? Box, ParcelForm Form, DateOnly Expires, string Content)
{
    /// <summary>The list's line, where the recipient is the desk: a second JWE.</summary>
    public string? Head { get; init; }

    /// <summary>The notice to a system that already has the case: the reference and nothing else.</summary>
    public static Parcel OfWithdrawal(ReceiptRecipient recipient, WithdrawalNotice notice, SignKey key, DateOnly expires) =>
        new(recipient, notice.Ref, Box: null, ParcelForm.Withdrawal, expires, notice.Sign(key));

    /// <param name="id">From the store; kept in the state, so that a withdrawal finds the row.</param>
    public OutboxDraft ToDraft(long id, DateTimeOffset due) => new(id, ToJson(), due, LastDays.OfCase(Expires));

    public byte[] ToJson() => HandoffJson.Write(this);

    public static Parcel? Read(ReadOnlySpan<byte> json) => HandoffJson.Read<Parcel>(json);

    public override string ToString() => nameof(Parcel);
}
