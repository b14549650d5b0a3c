using System.Globalization;
using Microsoft.Data.Sqlite;

namespace RemedyBot.Storage.Sqlite;

/// <summary>Reads and writes rows over one connection; used by one thread at a time.</summary>
internal sealed class RowSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<(Table Table, string Pattern), Statement> _statements = [];

    public SqliteConnection Connection => connection;

    public StoredRow? Read(Table table, long id) =>
        Prepared(table, "SELECT id, day, tag, salt, body FROM {0} WHERE id = ?1", id).First(Row);

    /// <summary>False: the id is taken.</summary>
    public bool Insert(Table table, StoredRow row) =>
        Prepared(table, "INSERT INTO {0} (id, day, tag, salt, body) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO NOTHING",
            row.Id, row.Day, row.Tag, row.Salt, row.Body).Run() == 1;

    /// <summary>False: the row is gone or somebody wrote it meanwhile.</summary>
    public bool Replace(Table table, StoredRow row, byte[] expectedTag) =>
        Prepared(table, "UPDATE {0} SET day = ?2, tag = ?3, salt = ?4, body = ?5 WHERE id = ?1 AND tag = ?6",
            row.Id, row.Day, row.Tag, row.Salt, row.Body, expectedTag).Run() == 1;

    /// <summary>The same where the day stays: the index on the day is then left alone.</summary>
    public bool ReplaceWithinDay(Table table, StoredRow row, byte[] expectedTag) =>
        Prepared(table, "UPDATE {0} SET tag = ?3, salt = ?4, body = ?5 WHERE id = ?1 AND tag = ?6 AND day = ?2",
            row.Id, row.Day, row.Tag, row.Salt, row.Body, expectedTag).Run() == 1;

    public bool Delete(Table table, long id) => Prepared(table, "DELETE FROM {0} WHERE id = ?1", id).Run() == 1;

    public bool Delete(Table table, long id, byte[] expectedTag) =>
        Prepared(table, "DELETE FROM {0} WHERE id = ?1 AND tag = ?2", id, expectedTag).Run() == 1;

    public bool MoveDay(Table table, long id, int day) => Prepared(table, "UPDATE {0} SET day = ?2 WHERE id = ?1", id, day).Run() == 1;

    public List<StoredRow> All(Table table) => Prepared(table, "SELECT id, day, tag, salt, body FROM {0}").All(Row);

    public List<long> Ids(Table table) => Prepared(table, "SELECT id FROM {0}").All(row => row.Number(0));

    /// <summary>Deletes at most <paramref name="atMost"/> rows whose last day is over.</summary>
    public int DeleteOver(Table table, int today, int atMost) =>
        Prepared(table, "DELETE FROM {0} WHERE id IN (SELECT id FROM {0} WHERE day < ?1 LIMIT ?2)", today, atMost).Run();

    public long Count(Table table) => Prepared(table, "SELECT COUNT(*) FROM {0}").All(row => row.Number(0))[0];

    public long CountUpTo(Table table, int day) => Prepared(table, "SELECT COUNT(*) FROM {0} WHERE day <= ?1", day).All(row => row.Number(0))[0];

    /// <summary>A statement that speaks of no table.</summary>
    public void Execute(string sql) => Prepared(default, sql).Run();

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        connection.Dispose();
    }

    private static StoredRow Row(Statement row) => new(row.Number(0), (int)row.Number(1), row.Bytes(2), row.Bytes(3), row.Bytes(4));

    private Statement Prepared(Table table, string pattern, params ReadOnlySpan<SqlValue> values)
    {
        if (!_statements.TryGetValue((table, pattern), out var statement))
        {
            // Only constants and the names of the tables below ever stand in the text.
            statement = new Statement(connection.Handle!, string.Format(CultureInfo.InvariantCulture, pattern, NameOf(table)));
            _statements.Add((table, pattern), statement);
        }

        return statement.With(values);
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
