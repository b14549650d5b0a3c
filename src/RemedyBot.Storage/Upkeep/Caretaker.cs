using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Storage.Upkeep;

/// <summary>What the vault does by itself: sweep, empty the log, turn keys, back up.</summary>
public sealed class Caretaker
{
    private const int Batch = 200;
    private const int TicksAnHour = 60;

    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);
    private static readonly Table[] Expiring =
        [Table.Conversation, Table.Turn, Table.Code, Table.Letter, Table.Outbox, Table.Thread, Table.Desk];

    private readonly Workshop _shop;
    private readonly LogTruncation _log;
    private readonly StartLimit _limit;
    private readonly TokenKeys _tokens;
    private readonly DeliveryTurn _turn;
    private readonly VaultOptions _options;
    private volatile bool _fails;
    private volatile bool _sweepIsDue = true;

    internal Caretaker(Workshop shop, VaultOptions options, LogTruncation log, StartLimit limit, (TokenKeys Tokens, DeliveryTurn Turn) keys)
    {
        _shop = shop;
        _options = options;
        _log = log;
        _limit = limit;
        (_tokens, _turn) = keys;
    }

    /// <summary>Whether a new conversation may begin; counted each minute and at each start.</summary>
    public bool RoomForNew => _limit.RoomForNew;

    /// <summary>Told of each failure of a round, which is tried again; its text may name paths.</summary>
    public Action<Exception>? Failed { get; set; }

    /// <summary>Runs until cancelled: empties the log each minute, sweeps at once and each hour, turns the delivery key when a UTC day begins.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Tick, _shop.Time);
        try
        {
            for (var tick = 0; ; tick++)
            {
                _sweepIsDue |= tick % TicksAnHour == 0;
                await RoundAsync(cancellation).ConfigureAwait(false);
                await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The server is stopping.
        }
    }

    /// <summary>Deletes the rows whose last day is over and the keys whose time is over, then empties the log. Returns the rows deleted.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var today = _shop.Retention.Today;
        var total = 0;
        foreach (var table in Expiring)
        {
            var deleted = Batch;
            // Small batches, so that people's turns slip in between.
            while (deleted == Batch)
            {
                await _shop.Database.CommitAsync(
                    session =>
                    {
                        deleted = session.DeleteOver(table, today, Batch);
                        return true;
                    },
                    cancellation).ConfigureAwait(false);
                total += deleted;
            }
        }

        try
        {
            await TurnKeysAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            await _log.TruncateAsync().ConfigureAwait(false);
        }
        return total;
    }

    /// <summary>Writes a copy without log and slack, readable by its owner only. Keys are not in it. Keep it at most 7 days.</summary>
    public Task BackUpAsync(string file, CancellationToken cancellation)
    {
        if (File.Exists(file))
            throw new IOException("The backup file exists already.");
        return Task.Run(() => _shop.Database.CopyTo(file), cancellation);
    }

    public async Task<Readiness> ReadinessAsync(CancellationToken cancellation)
    {
        try
        {
            await CountAsync(cancellation).ConfigureAwait(false);
            var codes = await _shop.Database.ReadAsync(session => session.Count(Table.Code), cancellation).ConfigureAwait(false);
            return new Readiness(true, _log.IsPending, _limit.Unkept, _limit.RoomForNew, codes, codes > _options.CodeWarning, _fails);
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            return new Readiness(false, _log.IsPending, _limit.Unkept, false, 0, false, true);
        }
    }

    // Nothing may end the upkeep for good, a full disk, a file of somebody else's: the next round may succeed, and what is due stays due.
    private async Task RoundAsync(CancellationToken cancellation)
    {
        try
        {
            if (_sweepIsDue)
                await SweepAsync(cancellation).ConfigureAwait(false);
            else
                await _log.TryAsync().ConfigureAwait(false);
            await TurnKeysAsync(cancellation).ConfigureAwait(false);
            await CountAsync(cancellation).ConfigureAwait(false);
            _fails = _sweepIsDue = false;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            _fails = true;
            Failed?.Invoke(failure);
        }
    }

    internal async Task CountAsync(CancellationToken cancellation)
    {
        var last = _shop.Retention.LastDay(kept: false);
        _limit.Set(await _shop.Database.ReadAsync(session => session.CountUpTo(Table.Conversation, last), cancellation).ConfigureAwait(false));
    }

    internal async Task TurnKeysAsync(CancellationToken cancellation)
    {
        try
        {
            _tokens.DestroyOld();
        }
        finally
        {
            await _turn.RunAsync(_tokens.Today, cancellation).ConfigureAwait(false);
        }
    }
}
