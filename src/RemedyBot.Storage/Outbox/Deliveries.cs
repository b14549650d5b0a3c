using System.Security.Cryptography;
using RemedyBot.Storage.Desk;
using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Mailboxes;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Outbox;

/// <summary>Where outbox entries and threads lie and what stands in front of their payload. A thread has its entry's number.</summary>
internal sealed class Deliveries(DeliveryKeys keys, DeskSlots desk, IRandomness randomness)
{
    /// <summary>Where what is delivered here lies.</summary>
    public DeskSlots Desk => desk;

    public IRandomness Randomness => randomness;

    /// <summary>What is to go when a letter comes.</summary>
    public Rings Rings => field ??= new(this, randomness);

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

    /// <summary>Into its box; whoever said yes to it is told in the same commit.</summary>
    public void Put(RowSession session, LetterDraft letter)
    {
        LetterBox.Add(session, letter, randomness);
        if (letter.Rings)
            Rings.Ring(session, letter.Box.Span);
    }

    /// <summary>Empties a box for good: nobody waits for its letters any more.</summary>
    public void Clear(RowSession session, ReadOnlyMemory<byte> box)
    {
        LetterBox.Clear(session, box);
        Rings.Silence(session, box.Span);
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
            Last = head.Last,
            MayHaveArrived = head.MayHaveArrived,
            Bytes = value.Content[(line + 1)..],
            Tag = value.Tag,
        };
        CryptographicOperations.ZeroMemory(value.Content);
        return entry;
    }

    /// <summary>Takes a handoff back from wherever it is; what is out of reach, or may be, gets a notice.</summary>
    public void TakeBack(RowSession session, Withdrawal withdrawal)
    {
        if (withdrawal is { OutboxId: { } stays, Instead: { } instead })
        {
            Change(session, stays, instead);
            return;
        }

        var (pending, until) = withdrawal.OutboxId is { } id ? Destroy(session, id) : (false, null);
        var atDesk = withdrawal.Ref is { } reference && Desk.DeleteAll(session, reference) > 0;
        if (withdrawal.Ref is { } noticed)
            Entry(OutboxStore.NoticeIdOf(noticed)).Delete(session);
        var neverLeft = pending && until is null;
        if (neverLeft && withdrawal.NeverLeft is { } letter)
            Put(session, letter);
        if (atDesk || neverLeft)
            return;
        if (withdrawal.OutboxId is { } delivered)
            Thread(delivered).Delete(session);
        if (withdrawal.Otherwise is { } notice)
            Add(session, until > notice.Due ? notice with { Due = until.Value } : notice);
    }

    /// <summary>Writes another payload into an entry. Whoever holds it at this moment can no longer complete it. False: it is gone.</summary>
    public bool Change(RowSession session, long id, Func<ReadOnlyMemory<byte>, byte[]> change)
    {
        var slot = Entry(id);
        if (slot.Read(session) is not { } old)
            return false;
        using var entry = Read(old);
        var head = EntryHead.After(entry, entry.Due, entry.Attempts) with { Leased = entry.Leased, Dead = entry.Dead, Push = entry.Push };
        return slot.Replace(session, Fill(slot, change(entry.Payload), head, entry.LastDay), old);
    }

    // An attempt may have arrived without our knowing, or be on its way: the notice then goes too, but not before that attempt has ended,
    // or it would overtake its case.
    private (bool Pending, DateTimeOffset? Until) Destroy(RowSession session, long id)
    {
        var slot = Entry(id);
        DateTimeOffset? until = null;
        if (slot.Read(session, out var exists) is { } value)
        {
            using var entry = Read(value);
            if (entry.Leased)
                until = entry.Due;
            else if (entry.Attempts > 0 || entry.Last is not null || entry.MayHaveArrived)
                until = DateTimeOffset.UnixEpoch;
        }
        else if (exists)
            // Its key is gone, and with it whether anybody tried.
            until = DateTimeOffset.UnixEpoch;

        return (slot.Delete(session) > 0, until);
    }

    private static Slot At(Table table, string kind, long id, DeliverySeal seal) =>
        new(table, part => part == 0 ? id : RowIds.Of(kind, RowIds.Number(id), part), seal);
}
