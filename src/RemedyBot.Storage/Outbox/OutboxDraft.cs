namespace RemedyBot.Storage.Outbox;

/// <summary>Something to be delivered, before it has a row.</summary>
/// <param name="Id">From <see cref="OutboxStore.NewId"/>; kept in the state, so that a withdrawal finds the row.</param>
/// <param name="Payload">Recipient, reference, box, document: opaque here, sealed under the delivery key.</param>
/// <param name="Due">When to try first.</param>
/// <param name="LastDay">The last UTC day on which it may still wait.</param>
public sealed record OutboxDraft(long Id, ReadOnlyMemory<byte> Payload, DateTimeOffset Due, DateOnly LastDay)
{
    /// <summary>Replies for a messaging app: they wait beside the deliveries, which pass them by.</summary>
    public bool Push { get; init; }

    public override string ToString() => nameof(OutboxDraft);
}
