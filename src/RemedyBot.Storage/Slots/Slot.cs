using System.Security.Cryptography;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Sqlite;

namespace RemedyBot.Storage.Slots;

/// <summary>A place for one value: a table, the numbers of its rows (one a part), and how they are sealed.</summary>
internal sealed record Slot(Table Table, Func<int, long> IdOf, IRowSeal Seal)
{
    /// <summary>Seals content into rows; nothing is written yet.</summary>
    /// <param name="salt">For rows whose salt has a use outside; null makes fresh ones.</param>
    public List<StoredRow> Fill(ReadOnlySpan<byte> content, int day, IRandomness randomness, byte[]? salt = null)
    {
        var rows = new List<StoredRow>();
        foreach (var plaintext in Frame.Cut(content, Seal.Overhead, randomness))
        {
            var id = IdOf(rows.Count);
            var rowSalt = salt ?? Fresh(StoredRow.SaltLength, randomness);
            rows.Add(new StoredRow(id, day, Fresh(StoredRow.TagLength, randomness), rowSalt, Seal.Seal(id, rowSalt, plaintext)));
            CryptographicOperations.ZeroMemory(plaintext);
        }

        return rows;
    }

    /// <param name="exists">A row is there, whether or not it opens.</param>
    public SlotValue? Read(RowSession session, out bool exists)
    {
        var first = session.Read(Table, IdOf(0));
        exists = first is not null;
        if (first is null || OpenFrame(first) is not { } frame || frame.Of is < 1 or > Frame.MostParts)
            return null;
        var frames = new List<Frame> { frame };
        while (frames.Count < frame.Of)
        {
            if (session.Read(Table, IdOf(frames.Count)) is not { } row || OpenFrame(row) is not { } further)
                return null;
            frames.Add(further);
        }

        var content = Frame.Join(frames);
        frames.ForEach(part => part.Clear());
        return content is null ? null : new SlotValue(first.Id, content, first.Day, first.Tag, first.Salt, frames.Count);
    }

    public SlotValue? Read(RowSession session) => Read(session, out _);

    /// <summary>False: one of the numbers is taken.</summary>
    public bool Insert(RowSession session, IReadOnlyList<StoredRow> rows) => rows.All(row => session.Insert(Table, row));

    /// <summary>False: it is gone or was written meanwhile.</summary>
    public bool Replace(RowSession session, IReadOnlyList<StoredRow> rows, SlotValue old)
    {
        var first = rows[0];
        var replaced = first.Day == old.Day ? session.ReplaceWithinDay(Table, first, old.Tag) : session.Replace(Table, first, old.Tag);
        if (!replaced)
            return false;
        for (var part = 1; part < old.Parts; part++)
            session.Delete(Table, IdOf(part));
        return rows.Skip(1).All(row => session.Insert(Table, row));
    }

    /// <summary>Writes over whatever is there.</summary>
    public void Put(RowSession session, IReadOnlyList<StoredRow> rows)
    {
        // Without its first part a value has no others either.
        if (session.Insert(Table, rows[0]))
        {
            Insert(session, [.. rows.Skip(1)]);
            return;
        }

        Delete(session);
        Insert(session, rows);
    }

    /// <summary>How many rows went.</summary>
    public int Delete(RowSession session)
    {
        var part = 0;
        while (session.Delete(Table, IdOf(part)))
            part++;
        return part;
    }

    /// <summary>False: it is gone or was written meanwhile.</summary>
    public bool Delete(RowSession session, byte[] expectedTag)
    {
        if (!session.Delete(Table, IdOf(0), expectedTag))
            return false;
        var part = 1;
        while (session.Delete(Table, IdOf(part)))
            part++;
        return true;
    }

    public void MoveDay(RowSession session, int day)
    {
        var part = 0;
        while (session.MoveDay(Table, IdOf(part), day))
            part++;
    }

    private static byte[] Fresh(int length, IRandomness randomness)
    {
        var bytes = new byte[length];
        randomness.Fill(bytes);
        return bytes;
    }

    private Frame? OpenFrame(StoredRow row) => Seal.Open(row) is { } plaintext ? Frame.Read(plaintext) : null;
}
