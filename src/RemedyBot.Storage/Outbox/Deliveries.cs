using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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
        if (!slot.Insert(session, Fill(slot, draft.Payload.Span, draft.Due, 0, draft.LastDay)))
            throw new InvalidOperationException("An outbox number was used twice.");
    }

    public List<StoredRow> Fill(Slot slot, ReadOnlySpan<byte> payload, DateTimeOffset due, int attempts, DateOnly lastDay)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes($$"""{"due":{{due.ToUnixTimeMilliseconds()}},"attempts":{{attempts}}}"""), (byte)'\n', .. payload];
        var rows = slot.Fill(content, Days.Number(lastDay), randomness);
        CryptographicOperations.ZeroMemory(content);
        return rows;
    }

    public static OutboxEntry Read(SlotValue value)
    {
        var line = value.Content.AsSpan().IndexOf((byte)'\n');
        using var head = JsonDocument.Parse(value.Content.AsMemory(0, line));
        var due = DateTimeOffset.FromUnixTimeMilliseconds(head.RootElement.GetProperty("due").GetInt64());
        var entry = new OutboxEntry(value.Id, head.RootElement.GetProperty("attempts").GetInt32(), due, Days.Date(value.Day))
        {
            Bytes = value.Content[(line + 1)..],
            Tag = value.Tag,
        };
        CryptographicOperations.ZeroMemory(value.Content);
        return entry;
    }

    /// <summary>Takes a handoff back from wherever it is; what is out of reach gets a notice.</summary>
    public void TakeBack(RowSession session, Withdrawal withdrawal)
    {
        var pending = withdrawal.OutboxId is { } id && Entry(id).Delete(session) > 0;
        var atDesk = withdrawal.DeskRef is { } reference && Desk.DeskSlot.Of(reference).Delete(session) > 0;
        if (pending || atDesk)
            return;
        if (withdrawal.OutboxId is { } delivered)
            Thread(delivered).Delete(session);
        if (withdrawal.Otherwise is { } notice)
            Add(session, notice);
    }

    private static Slot At(Table table, string kind, long id, DeliverySeal seal) =>
        new(table, part => part == 0 ? id : RowIds.Of(kind, RowIds.Number(id), part), seal);
}
