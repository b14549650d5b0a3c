namespace RemedyBot.Storage.Outbox;

/// <summary>
/// One message to whoever the letters are for. It lies sealed beside each of their boxes until the first letter that rings comes to one of them: the commit that
/// writes that letter takes it out of all of them and queues it.
/// </summary>
/// <param name="Silent">Boxes by which nothing is to go any more, that which is under way for them too.</param>
/// <param name="At">Boxes by which it goes from now on; none where it is only taken back.</param>
/// <param name="Payload">The delivery with its address: opaque here, sealed under the delivery key.</param>
/// <param name="LastDay">The last UTC day on which it may wait.</param>
public sealed record RingDraft(IReadOnlyList<ReadOnlyMemory<byte>> Silent, IReadOnlyList<ReadOnlyMemory<byte>> At, ReadOnlyMemory<byte> Payload, DateOnly LastDay)
{
    public override string ToString() => nameof(RingDraft);
}
