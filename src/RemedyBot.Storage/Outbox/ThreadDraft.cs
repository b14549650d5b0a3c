namespace RemedyBot.Storage.Outbox;

/// <summary>A two-way system's ticket, before it has a row.</summary>
/// <param name="Payload">Recipient, ticket number, box, cursor: opaque here, sealed under the delivery key.</param>
/// <param name="LastDay">The last UTC day on which answers are fetched.</param>
public sealed record ThreadDraft(ReadOnlyMemory<byte> Payload, DateOnly LastDay)
{
    public override string ToString() => nameof(ThreadDraft);
}
