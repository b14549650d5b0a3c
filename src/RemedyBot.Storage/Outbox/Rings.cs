using System.Security.Cryptography;
using System.Text.Json;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Outbox;

/// <summary>Where a <see cref="RingDraft"/> lies: a thread row for each box, found from the box's id, with the ids of the others in front of it.</summary>
internal sealed class Rings(Deliveries deliveries, IRandomness randomness)
{
    /// <summary>The number of a box's thread row, and of the delivery that comes of it.</summary>
    public static long IdOf(ReadOnlySpan<byte> box) => RowIds.Of("ring", box, 0);

    public void Apply(RowSession session, RingDraft draft)
    {
        foreach (var box in draft.Silent.Concat(draft.At))
            Silence(session, box.Span);
        byte[] content = [.. JsonSerializer.SerializeToUtf8Bytes(draft.At), (byte)'\n', .. draft.Payload.Span];
        foreach (var box in draft.At)
        {
            var slot = deliveries.Thread(IdOf(box.Span));
            slot.Insert(session, slot.Fill(content, Days.Number(draft.LastDay), randomness));
        }
        CryptographicOperations.ZeroMemory(content);
    }

    public void Silence(RowSession session, ReadOnlySpan<byte> box)
    {
        deliveries.Thread(IdOf(box)).Delete(session);
        deliveries.Entry(IdOf(box)).Delete(session);
    }

    /// <summary>A letter that rings has come to this box.</summary>
    public void Ring(RowSession session, ReadOnlySpan<byte> box)
    {
        if (deliveries.Thread(IdOf(box)).Read(session) is not { } value)
            return;
        var line = value.Content.AsSpan().IndexOf((byte)'\n');
        foreach (var other in JsonSerializer.Deserialize<byte[][]>(value.Content.AsSpan(0, line)) ?? [])
            Silence(session, other);
        deliveries.Add(session, new(IdOf(box), value.Content.AsMemory(line + 1), DateTimeOffset.UnixEpoch, Days.Date(value.Day)));
        CryptographicOperations.ZeroMemory(value.Content);
    }
}
