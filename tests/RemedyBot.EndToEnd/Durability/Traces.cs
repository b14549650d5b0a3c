using System.Text;
using Microsoft.Data.Sqlite;

namespace RemedyBot.EndToEnd.Durability;

/// <summary>Looks through files for what must not be in them.</summary>
internal static class Traces
{
    private const int Edge = 4;
    private const int Piece = 16;
    private const int Step = 250;

    /// <summary>Files in which one of the words stands, in any coding that a program might write.</summary>
    public static IReadOnlyList<string> OfWords(IEnumerable<string> folders, IReadOnlyList<string> words) =>
        In(folders, [.. words.SelectMany(Codings)]);

    /// <summary>Files in which a piece of one of these bodies stands that no living row has: letters and cases all begin with the same header.</summary>
    public static IReadOnlyList<string> OfBodies(IEnumerable<string> folders, IEnumerable<byte[]> bodies, IEnumerable<byte[]> living)
    {
        byte[] alive = [.. living.SelectMany(body => body)];
        var pieces = new List<byte[]>();
        foreach (var body in bodies)
        {
            var own = Enumerable.Range(0, body.Length / Step).Select(at => body[(at * Step)..(at * Step + Piece)]).Where(piece => alive.AsSpan().IndexOf(piece) < 0).ToList();
            Assert.NotEmpty(own);
            pieces.AddRange(own);
        }
        return In(folders, pieces);
    }

    public static bool InText(string text, IEnumerable<string> words) =>
        words.SelectMany(Codings).Any(coding => Encoding.Latin1.GetBytes(text).AsSpan().IndexOf(coding) >= 0);

    /// <summary>What stands in a table now, by row number.</summary>
    public static Dictionary<(string Table, long Id), byte[]> Rows(string data, params string[] tables)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "remedybot.db"), Pooling = false, DefaultTimeout = 10 }.ToString());
        connection.Open();
        var rows = new Dictionary<(string, long), byte[]>();
        foreach (var table in tables)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants.
            command.CommandText = "SELECT id, body FROM " + table;
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            while (reader.Read())
                rows[(table, reader.GetInt64(0))] = reader.GetFieldValue<byte[]>(1);
        }
        return rows;
    }

    /// <summary>Lets the last day of every row of the people be long over.</summary>
    public static void LetAllExpire(string data)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "remedybot.db"), Pooling = false }.ToString());
        connection.Open();
        foreach (var statement in new[] { "PRAGMA secure_delete = ON", "UPDATE conversation SET day = 1", "UPDATE turn SET day = 1", "UPDATE code SET day = 1", "UPDATE letter SET day = 1", "UPDATE outbox SET day = 1", "UPDATE desk SET day = 1" })
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants.
            command.CommandText = statement;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    private static List<string> In(IEnumerable<string> folders, IReadOnlyList<byte[]> needles)
    {
        var found = new List<string>();
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
        {
            var bytes = WholeFile.Read(file);
            if (needles.Any(needle => bytes.AsSpan().IndexOf(needle) >= 0))
                found.Add(file);
        }
        return found;
    }

    private static IEnumerable<byte[]> Codings(string word)
    {
        var plain = Encoding.UTF8.GetBytes(word);
        yield return plain;
        yield return Encoding.Unicode.GetBytes(word);
        yield return Encoding.BigEndianUnicode.GetBytes(word);
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(plain));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(plain));
        foreach (var wide in new[] { plain, Encoding.Unicode.GetBytes(word) })
            for (var shift = 0; shift < 3; shift++)
            {
                // The letters at the edges depend on what stands beside the word.
                var coded = Convert.ToBase64String([.. new byte[shift], .. wide]);
                yield return Encoding.ASCII.GetBytes(coded[Edge..^Edge]);
            }
    }
}
