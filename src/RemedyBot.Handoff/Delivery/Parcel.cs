using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Letters;

namespace RemedyBot.Handoff.Delivery;

/// <summary>
/// What stands in an outbox entry. The store seals it under the delivery key; <see cref="Content"/> is already sealed to the
/// recipient where they have a key.
/// </summary>
/// <param name="Expires">From this day on nobody may be given the case any more.</param>
public sealed record Parcel(ReceiptRecipient Recipient, string Ref, BoxAddress Box, ParcelForm Form, DateOnly Expires, string Content)
{
    /// <summary>The list's line, where the recipient is the desk: a second JWE.</summary>
    public string? Head { get; init; }

    public byte[] ToJson() => HandoffJson.Write(this);

    public static Parcel? Read(ReadOnlySpan<byte> json) => HandoffJson.Read<Parcel>(json);

    public override string ToString() => nameof(Parcel);
}
