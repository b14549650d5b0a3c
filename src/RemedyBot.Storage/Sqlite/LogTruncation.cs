using Microsoft.Data.Sqlite;

namespace RemedyBot.Storage.Sqlite;

/// <summary>Empties the write-ahead log, in which an erased row would otherwise still stand.</summary>
internal sealed class LogTruncation(Database database, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private int _pending;

    /// <summary>A reader or the disk kept the log from being emptied for longer than an erasure may wait; it is being tried again.</summary>
    public bool IsPending => Volatile.Read(ref _pending) != 0;

    /// <summary>Returns when the log is empty, or after two seconds, going on in the background.</summary>
    public async Task TruncateAsync()
    {
        var started = time.GetTimestamp();
        while (!await EmptiesAsync().ConfigureAwait(false))
        {
            if (time.GetElapsedTime(started) >= Patience)
            {
                if (Interlocked.Exchange(ref _pending, 1) == 0)
                    _ = GoOnAsync();
                return;
            }

            await Task.Delay(Pause, time).ConfigureAwait(false);
        }
    }

    /// <summary>One try; the next comes by itself.</summary>
    public Task<bool> TryAsync() => database.TruncateLogAsync();

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    // What was committed stays so: a failure here must not make its turn fail.
    private async Task<bool> EmptiesAsync()
    {
        try
        {
            return await database.TruncateLogAsync().ConfigureAwait(false);
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private async Task GoOnAsync()
    {
        var stop = _stop.Token;
        try
        {
            do
                await Task.Delay(LongPause, time, stop).ConfigureAwait(false);
            while (!await EmptiesAsync().ConfigureAwait(false));
            Volatile.Write(ref _pending, 0);
        }
        catch (Exception closing) when (closing is OperationCanceledException or InvalidOperationException)
        {
            // The vault is being closed, which empties the log too.
        }
    }
}
