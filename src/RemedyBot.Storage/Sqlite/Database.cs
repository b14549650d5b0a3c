using System.Collections.Concurrent;

namespace RemedyBot.Storage.Sqlite;

/// <summary>The database: one writer, readers beside it. In memory both are the writer's connection.</summary>
internal sealed class Database : IDisposable
{
    private const string FileName = "remedybot.db";

    private readonly ConcurrentBag<RowSession> _readers = [];
    private readonly string? _file;

    private Database(string? file, GroupWriter writer)
    {
        _file = file;
        Writer = writer;
    }

    public GroupWriter Writer { get; }

    /// <param name="folder">Null: memory only.</param>
    public static Database Open(string? folder)
    {
        if (folder is null)
            return new Database(null, new GroupWriter(Connections.Open(Connections.Memory, forWriting: true)));
        PrivateFiles.CreateFolder(folder);
        var file = Path.Combine(folder, FileName);
        // The log and its index take their permissions from this file.
        PrivateFiles.CreateEmpty(file);
        return new Database(file, new GroupWriter(Connections.Open(file, forWriting: true)));
    }

    public Task<bool> CommitAsync(Func<RowSession, bool> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Writer.CommitAsync(work);
    }

    /// <summary>Reads one consistent picture.</summary>
    public async Task<T> ReadAsync<T>(Func<RowSession, T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_file is not null)
            return ReadNow(work, _file);
        T result = default!;
        await Writer.AloneAsync(session =>
        {
            result = work(session);
            return true;
        }).ConfigureAwait(false);
        return result;
    }

    /// <summary>True: the write-ahead log is empty now.</summary>
    public Task<bool> TruncateLogAsync() => Writer.AloneAsync(session =>
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetInt32(0) == 0;
    });

    /// <summary>Writes a copy without log and slack.</summary>
    public void CopyTo(string file)
    {
        PrivateFiles.CreateEmpty(file);
        using var session = Connections.Open(_file ?? throw new InvalidOperationException("A vault in memory has no backup."), forWriting: true);
        using var command = session.Connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Writer.Dispose();
        while (_readers.TryTake(out var reader))
            reader.Dispose();
    }

    private T ReadNow<T>(Func<RowSession, T> work, string file)
    {
        if (!_readers.TryTake(out var session))
            session = Connections.Open(file, forWriting: false);
        try
        {
            session.Execute("BEGIN");
            try
            {
                return work(session);
            }
            finally
            {
                session.Execute("COMMIT");
            }
        }
        finally
        {
            _readers.Add(session);
        }
    }
}
