using System.Text;
using System.Text.Json;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Desk;

/// <summary>Where a desk case lies: found by its reference, of which only the hash is stored.</summary>
internal sealed class DeskSlots(DeskSeal seal, IRandomness randomness)
{
    public Slot Of(string reference)
    {
        var name = Encoding.UTF8.GetBytes(reference);
        return new Slot(Table.Desk, part => RowIds.Of("desk", name, part), seal);
    }

    public List<SlotValue> All(RowSession session) => Shelf.ReadAll(session, Table.Desk, seal);

    /// <summary>A case with all that was written to it since.</summary>
    public int DeleteAll(RowSession session, string reference)
    {
        var missing = 0;
        for (var number = 1; number <= DeskDraft.MostLines && missing < DeskDraft.MostAnswers; number++)
            missing = Of(DeskDraft.AnswerRef(reference, number)).Delete(session) > 0 ? 0 : missing + 1;
        return Of(reference).Delete(session);
    }

    /// <summary>All that was written to a case since, in order. One that never arrived leaves a gap, so a few are passed over.</summary>
    public List<SlotValue> Answers(RowSession session, string reference)
    {
        var answers = new List<SlotValue>();
        var missing = 0;
        for (var number = 1; number <= DeskDraft.MostLines && missing < DeskDraft.MostAnswers; number++)
        {
            var answer = Of(DeskDraft.AnswerRef(reference, number)).Read(session);
            missing = answer is null ? missing + 1 : 0;
            if (answer is not null)
                answers.Add(answer);
        }

        return answers;
    }

    public bool Add(RowSession session, DeskDraft draft)
    {
        var slot = Of(draft.Ref);
        return slot.Insert(session, Fill(slot, draft));
    }

    // A JWE has no character that JSON would escape, so the length stays what the sealer reckoned with (DeskDraft.Overhead).
    public List<StoredRow> Fill(Slot slot, DeskDraft draft) =>
        slot.Fill(Encoding.ASCII.GetBytes($$"""{"head":"{{draft.Head}}","body":"{{draft.Body}}"}"""), Days.Number(draft.LastDay), randomness);

    public static DeskCase? Read(SlotValue value)
    {
        using var json = JsonDocument.Parse(value.Content);
        var head = json.RootElement.GetProperty("head").GetString();
        var body = json.RootElement.GetProperty("body").GetString();
        return head is null || body is null ? null : new DeskCase(head, body, Days.Date(value.Day)) { Tag = value.Tag };
    }
}
