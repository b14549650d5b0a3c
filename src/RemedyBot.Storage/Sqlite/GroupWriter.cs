using System.Collections.Concurrent;

namespace RemedyBot.Storage.Sqlite;

/// <summary>
/// The one writer. Jobs that wait at the same moment share a transaction and so one flush to disk; each still succeeds or fails alone.
/// </summary>
internal sealed class GroupWriter : IDisposable
{
    private const int MostJobs = 256;

    private readonly BlockingCollection<WriteJob> _jobs = [];
    private readonly RowSession _session;
    private readonly Thread _thread;

    public GroupWriter(RowSession session)
    {
        _session = session;
        _thread = new Thread(Run) { IsBackground = true, Name = "vault writer" };
        _thread.Start();
    }

    /// <summary>Transactions so far; tells how well commits are shared.</summary>
    public long Transactions { get; private set; }

    /// <summary>Completes once durable (true), or once known not to be written (false: the work said so).</summary>
    public Task<bool> CommitAsync(Func<RowSession, bool> work) => Add(new WriteJob(work, alone: false));

    /// <summary>Runs on the writer's connection outside of any transaction.</summary>
    public Task<bool> AloneAsync(Func<RowSession, bool> work) => Add(new WriteJob(work, alone: true));

    public void Dispose()
    {
        _jobs.CompleteAdding();
        _thread.Join();
        _session.Dispose();
        _jobs.Dispose();
    }

    private Task<bool> Add(WriteJob job)
    {
        _jobs.Add(job);
        return job.Done;
    }

    private void Run()
    {
        var batch = new List<WriteJob>(MostJobs);
        foreach (var first in _jobs.GetConsumingEnumerable())
        {
            var next = first;
            while (next is { Alone: false })
            {
                batch.Add(next);
                if (batch.Count == MostJobs || !_jobs.TryTake(out next))
                    next = null;
            }

            if (batch.Count > 0)
                Write(batch);
            batch.Clear();
            if (next is not null)
            {
                next.Run(_session);
                next.Report();
            }
        }
    }

    private void Write(List<WriteJob> batch)
    {
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            // Nearly always all succeed. Where one does not, nothing has happened, and all run again, each within its own savepoint.
            if (!batch.TrueForAll(job => job.Run(_session)))
            {
                RollBack();
                _session.Execute("BEGIN IMMEDIATE");
                foreach (var job in batch)
                    RunApart(job);
            }

            _session.Execute("COMMIT");
            Transactions++;
        }
        catch (Exception failure)
        {
            RollBack();
            foreach (var job in batch)
                job.Fail(failure);
            return;
        }

        foreach (var job in batch)
            job.Report();
    }

    private void RunApart(WriteJob job)
    {
        _session.Execute("SAVEPOINT job");
        if (!job.Run(_session))
            _session.Execute("ROLLBACK TO job");
        _session.Execute("RELEASE job");
    }

    private void RollBack()
    {
        try
        {
            _session.Execute("ROLLBACK");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // SQLite has already rolled back by itself (disk full); there is nothing left to undo.
        }
    }
}
