using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RemedyBot.Storage.Sqlite;

/// <summary>A number or bytes for a statement.</summary>
internal readonly record struct SqlValue(long Number, byte[]? Bytes)
{
    public static implicit operator SqlValue(long number) => new(number, null);

    public static implicit operator SqlValue(byte[] bytes) => new(0, bytes);
}

/// <summary>
/// One prepared statement, used again and again by one thread at a time. By SQLite's own interface: a command of ADO.NET looks each
/// parameter up by its name, at every turn.
/// </summary>
internal sealed class Statement : IDisposable
{
    // Another process may hold the file for a moment: `desk add` beside the server.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 database, string sql)
    {
        _database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), database);
    }

    /// <summary>The values of ?1, ?2 and so on.</summary>
    public Statement With(ReadOnlySpan<SqlValue> values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            var value = values[at];
            Check(value.Bytes is null ? raw.sqlite3_bind_int64(_statement, at + 1, value.Number) : raw.sqlite3_bind_blob(_statement, at + 1, value.Bytes));
        }

        return this;
    }

    /// <summary>Runs it to its end; the number of rows changed.</summary>
    public int Run()
    {
        try
        {
            Step();
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Everything it finds.</summary>
    public List<T> All<T>(Func<Statement, T> row)
    {
        try
        {
            var rows = new List<T>();
            while (Step())
                rows.Add(row(this));
            return rows;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>The first row found, or null.</summary>
    public T? First<T>(Func<Statement, T> row) where T : class
    {
        try
        {
            return Step() ? row(this) : null;
        }
        finally
        {
            Reset();
        }
    }

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    /// <summary>True: a row is there. False: it is done.</summary>
    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        for (var waited = TimeSpan.Zero; result is raw.SQLITE_BUSY or raw.SQLITE_LOCKED && waited < Patience; waited += Pause)
        {
            Reset();
            Thread.Sleep(Pause);
            result = raw.sqlite3_step(_statement);
        }

        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            Check(result);
        return result == raw.SQLITE_ROW;
    }

    // What went wrong was told by the step already.
    private void Reset() => _ = raw.sqlite3_reset(_statement);

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
