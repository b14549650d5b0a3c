using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Slots;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Mailboxes;

/// <summary>
/// The rows of one box, numbered from 0 without a gap: whoever reads asks for one after the other, whoever writes takes the first free number.
/// </summary>
internal static class LetterBox
{
    public static void Add(RowSession session, LetterDraft letter, IRandomness randomness)
    {
        var day = Days.Number(letter.LastDay);
        var number = 0;
        // All letters of a box end on one day: one that went before its successors would leave a gap.
        while (session.Read(Table.Letter, SlotOf(letter.Box, number).IdOf(0)) is { } row)
        {
            day = Math.Max(day, row.Day);
            number++;
        }

        var slot = SlotOf(letter.Box, number);
        slot.Insert(session, slot.Fill(System.Text.Encoding.ASCII.GetBytes(letter.Jwe), day, randomness));
        MoveDay(session, letter.Box, day);
    }

    public static List<Letter> ReadAll(RowSession session, ReadOnlyMemory<byte> box)
    {
        var letters = new List<Letter>();
        while (SlotOf(box, letters.Count).Read(session) is { } value)
            letters.Add(new Letter(box, System.Text.Encoding.ASCII.GetString(value.Content)) { Tag = value.Tag });
        return letters;
    }

    /// <summary>Takes read letters out; one that came meanwhile moves up, so that it is found.</summary>
    public static void Remove(RowSession session, IEnumerable<Letter> read, IRandomness randomness)
    {
        foreach (var box in read.GroupBy(letter => Convert.ToHexString(letter.Box.Span)))
        {
            var id = box.First().Box;
            var day = session.Read(Table.Letter, SlotOf(id, 0).IdOf(0))?.Day ?? 0;
            var staying = ReadAll(session, id).Where(letter => !box.Any(other => other.Tag.AsSpan().SequenceEqual(letter.Tag))).ToList();
            Clear(session, id);
            foreach (var letter in staying)
                Add(session, new LetterDraft(id, letter.Jwe, Days.Date(day)), randomness);
        }
    }

    public static void Clear(RowSession session, ReadOnlyMemory<byte> box)
    {
        var number = 0;
        while (SlotOf(box, number).Delete(session) > 0)
            number++;
    }

    public static void MoveDay(RowSession session, ReadOnlyMemory<byte> box, int day)
    {
        for (var number = 0; session.Read(Table.Letter, SlotOf(box, number).IdOf(0)) is { } row; number++)
        {
            if (row.Day != day)
                SlotOf(box, number).MoveDay(session, day);
        }
    }

    private static Slot SlotOf(ReadOnlyMemory<byte> box, int number)
    {
        byte[] name = [.. box.Span, .. RowIds.Number(number)];
        return new Slot(Table.Letter, part => RowIds.Of("letter", name, part), SealedElsewhere.Instance);
    }
}
