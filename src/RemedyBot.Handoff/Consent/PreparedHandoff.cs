using RemedyBot.Handoff.Delivery;

namespace RemedyBot.Handoff.Consent;

/// <summary>A handoff ready to be committed.</summary>
/// <param name="BoxId">16 bytes, base64url: where the letters that answer it will lie.</param>
/// <param name="BoxKey">Private JWK: belongs into the sealed state and nowhere else.</param>
/// <param name="ReceiptJws">The person's own copy of the receipt, for the sealed state.</param>
/// <param name="Parcel">Goes into the outbox.</param>
public sealed record PreparedHandoff(string Ref, string BoxId, string BoxKey, string ReceiptJws, Parcel Parcel)
{
    public override string ToString() => nameof(PreparedHandoff);
}
