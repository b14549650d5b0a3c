using System.Security.Cryptography;
using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Outbox;

/// <summary>Where outbox entries and threads lie and what stands in front of their payload. A thread has its entry's number.</summary>
internal sealed class Deliveries(DeliveryKeys keys, IRandomness randomness)
{
    public IRandomness Randomness => randomness;

    public DeliverySeal EntrySeal { get; } = new(Purpose.Outbox, keys, randomness);

    public DeliverySeal ThreadSeal { get; } = new(Purpose.Thread, keys, randomness);

    public Slot Entry(long id) => At(Table.Outbox, "outbox", id, EntrySeal);

    public Slot Thread(long id) => At(Table.Thread, "thread", id, ThreadSeal);

    // Sealed on the writer's thread, within the commit: otherwise the key could turn between sealing and writing.
    public void Add(RowSession session, OutboxDraft draft)
    {
        var slot = Entry(draft.Id);
        if (!slot.Insert(session, Fill(slot, draft.Payload.Span, EntryHead.Of(draft.Due, 0) with { Push = draft.Push }, draft.LastDay)))
            throw new InvalidOperationException("An outbox number was used twice.");
    }

    public List<StoredRow> Fill(Slot slot, ReadOnlySpan<byte> payload, EntryHead head, DateOnly lastDay)
    {
        byte[] content = [.. head.Write(), (byte)'\n', .. payload];
        var rows = slot.Fill(content, Days.Number(lastDay), randomness);
        CryptographicOperations.ZeroMemory(content);
        return rows;
    }

    public static OutboxEntry Read(SlotValue value)
    {
        var line = value.Content.AsSpan().IndexOf((byte)'\n');
        var head = EntryHead.Read(value.Content.AsSpan(0, line));
        var entry = new OutboxEntry(value.Id, head.Attempts, DateTimeOffset.FromUnixTimeMilliseconds(head.Due), Days.Date(value.Day))
        {
            Leased = head.Leased,
            Dead = head.Dead,
            Push = head.Push,
            Bytes = value.Content[(line + 1)..],
            Tag = value.Tag,
        };
        CryptographicOperations.ZeroMemory(value.Content);
        return entry;
    }

    /// <summary>Takes a handoff back from wherever it is; what is out of reach, or may be, gets a notice.</summary>
    public void TakeBack(RowSession session, Withdrawal withdrawal)
    {
        var (pending, until) = withdrawal.OutboxId is { } id ? Destroy(session, id) : (false, null);
        var atDesk = withdrawal.DeskRef is { } reference && Desk.DeskSlot.DeleteAll(session, reference) > 0;
        if (atDesk || (pending && until is null))
            return;
        if (withdrawal.OutboxId is { } delivered)
            Thread(delivered).Delete(session);
        if (withdrawal.Otherwise is { } notice)
            Add(session, until > notice.Due ? notice with { Due = until.Value } : notice);
    }

    // An attempt may have arrived without our knowing, or be on its way: the notice then goes too, but not before that attempt has ended,
    // or it would overtake its case.
    private (bool Pending, DateTimeOffset? Until) Destroy(RowSession session, long id)
    {
        var slot = Entry(id);
        DateTimeOffset? until = null;
        if (slot.Read(session) is { } value)
        {
            using var entry = Read(value);
            if (entry.Leased)
                until = entry.Due;
            else if (entry.Attempts > 0)
                until = DateTimeOffset.UnixEpoch;
        }

        return (slot.Delete(session) > 0, until);
    }

    private static Slot At(Table table, string kind, long id, DeliverySeal seal) =>
        new(table, part => part == 0 ? id : RowIds.Of(kind, RowIds.Number(id), part), seal);
}
