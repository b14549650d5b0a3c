using RemedyBot.Storage.Outbox;

namespace RemedyBot.Handoff.Delivery;

/// <summary>An outbox entry and what is in it.</summary>
internal sealed record Waiting(OutboxEntry Entry, Parcel Parcel)
{
    public override string ToString() => nameof(Waiting);
}
