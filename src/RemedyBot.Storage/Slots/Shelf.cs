using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Slots;

/// <summary>Reads all values of a table whose slots nobody can name beforehand.</summary>
internal static class Shelf
{
    /// <summary>Values of which a part is missing or cannot be opened are left out.</summary>
    public static List<SlotValue> ReadAll(RowSession session, Table table, IRowSeal seal)
    {
        var parts = new List<(StoredRow Row, Frame Frame)>();
        foreach (var row in session.All(table))
        {
            if (seal.Open(row) is { } plaintext && Frame.Read(plaintext) is { } frame)
                parts.Add((row, frame));
        }

        var values = new List<SlotValue>();
        foreach (var group in parts.GroupBy(part => part.Frame.Set))
        {
            var ordered = group.OrderBy(part => part.Frame.Part).ToList();
            var first = ordered[0].Row;
            if (Frame.Join([.. ordered.Select(part => part.Frame)]) is { } content)
                values.Add(new SlotValue(first.Id, content, first.Day, first.Tag, first.Salt, ordered.Count));
            ordered.ForEach(part => part.Frame.Clear());
        }

        return values;
    }
}
