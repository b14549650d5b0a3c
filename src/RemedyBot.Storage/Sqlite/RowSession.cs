using System.Globalization;
using Microsoft.Data.Sqlite;

namespace RemedyBot.Storage.Sqlite;

/// <summary>Reads and writes rows over one connection; used by one thread at a time.</summary>
internal sealed class RowSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<(Table Table, string Pattern), SqliteCommand> _commands = [];

    public SqliteConnection Connection => connection;

    public StoredRow? Read(Table table, long id)
    {
        using var reader = Bind(table, "SELECT id, day, tag, salt, body FROM {0} WHERE id = $id", ("$id", id)).ExecuteReader();
        return reader.Read() ? Row(reader) : null;
    }

    /// <summary>False: the id is taken.</summary>
    public bool Insert(Table table, StoredRow row) =>
        Bind(table, "INSERT INTO {0} (id, day, tag, salt, body) VALUES ($id, $day, $tag, $salt, $body) ON CONFLICT (id) DO NOTHING",
            ("$id", row.Id), ("$day", row.Day), ("$tag", row.Tag), ("$salt", row.Salt), ("$body", row.Body)).ExecuteNonQuery() == 1;

    /// <summary>False: the row is gone or somebody wrote it meanwhile.</summary>
    public bool Replace(Table table, StoredRow row, byte[] expectedTag) =>
        Bind(table, "UPDATE {0} SET day = $day, tag = $tag, salt = $salt, body = $body WHERE id = $id AND tag = $expected",
            ("$id", row.Id), ("$day", row.Day), ("$tag", row.Tag), ("$salt", row.Salt), ("$body", row.Body), ("$expected", expectedTag)).ExecuteNonQuery() == 1;

    /// <summary>The same where the day stays: the index on the day is then left alone.</summary>
    public bool ReplaceWithinDay(Table table, StoredRow row, byte[] expectedTag) =>
        Bind(table, "UPDATE {0} SET tag = $tag, salt = $salt, body = $body WHERE id = $id AND tag = $expected AND day = $day",
            ("$id", row.Id), ("$day", row.Day), ("$tag", row.Tag), ("$salt", row.Salt), ("$body", row.Body), ("$expected", expectedTag)).ExecuteNonQuery() == 1;

    public bool Delete(Table table, long id) =>
        Bind(table, "DELETE FROM {0} WHERE id = $id", ("$id", id)).ExecuteNonQuery() == 1;

    public bool Delete(Table table, long id, byte[] expectedTag) =>
        Bind(table, "DELETE FROM {0} WHERE id = $id AND tag = $expected", ("$id", id), ("$expected", expectedTag)).ExecuteNonQuery() == 1;

    public bool MoveDay(Table table, long id, int day) =>
        Bind(table, "UPDATE {0} SET day = $day WHERE id = $id", ("$id", id), ("$day", day)).ExecuteNonQuery() == 1;

    public List<StoredRow> All(Table table)
    {
        using var reader = Bind(table, "SELECT id, day, tag, salt, body FROM {0}").ExecuteReader();
        var rows = new List<StoredRow>();
        while (reader.Read())
            rows.Add(Row(reader));
        return rows;
    }

    public List<long> Ids(Table table)
    {
        using var reader = Bind(table, "SELECT id FROM {0}").ExecuteReader();
        var ids = new List<long>();
        while (reader.Read())
            ids.Add(reader.GetInt64(0));
        return ids;
    }

    /// <summary>Deletes at most <paramref name="atMost"/> rows whose last day is over.</summary>
    public int DeleteOver(Table table, int today, int atMost) =>
        Bind(table, "DELETE FROM {0} WHERE id IN (SELECT id FROM {0} WHERE day < $today LIMIT $most)", ("$today", today), ("$most", atMost)).ExecuteNonQuery();

    public long Count(Table table) => Scalar(Bind(table, "SELECT COUNT(*) FROM {0}"));

    public long CountUpTo(Table table, int day) => Scalar(Bind(table, "SELECT COUNT(*) FROM {0} WHERE day <= $day", ("$day", day)));

    /// <summary>A statement that speaks of no table.</summary>
    public void Execute(string sql) => Prepared(default, sql).ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    private static long Scalar(SqliteCommand command) => Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);

    private static StoredRow Row(SqliteDataReader reader) =>
        new(reader.GetInt64(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4));

    private SqliteCommand Bind(Table table, string pattern, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = Prepared(table, pattern);
        foreach (var (name, value) in values)
        {
            if (command.Parameters.Contains(name))
                command.Parameters[name].Value = value;
            else
                command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private SqliteCommand Prepared(Table table, string pattern)
    {
        if (!_commands.TryGetValue((table, pattern), out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants and the names of the tables above ever stand in the text.
            command.CommandText = string.Format(CultureInfo.InvariantCulture, pattern, NameOf(table));
#pragma warning restore CA2100
            _commands.Add((table, pattern), command);
        }

        return command;
    }

    private static string NameOf(Table table) => table switch
    {
        Table.Conversation => "conversation",
        Table.Turn => "turn",
        Table.Code => "code",
        Table.Letter => "letter",
        Table.Outbox => "outbox",
        Table.Thread => "thread",
        Table.Desk => "desk",
        _ => "worker",
    };
}
