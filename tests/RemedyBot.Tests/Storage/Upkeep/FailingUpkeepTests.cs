using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using RemedyBot.Composition;
using RemedyBot.Storage.Keys;
using RemedyBot.Storage.Outbox;
using RemedyBot.Storage.Sealing;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Storage.Upkeep;
using RemedyBot.Storage.Vault;

namespace RemedyBot.Tests.Storage.Upkeep;

/// <summary>A failure of the upkeep ends nothing for good, and is said.</summary>
public sealed class FailingUpkeepTests
{
    private const string Old = "token-2026-11-18";
    private const string AlsoOld = "token-2026-11-19";

    [Fact]
    public async Task After_a_round_that_failed_the_next_one_sweeps()
    {
        await using var a = await AVault.OnDisk();
        var files = new StubbornKeyFiles { Stuck = { Old } };
        files.TryAdd(Old, new byte[32]);
        files.TryAdd(AlsoOld, new byte[32]);
        using var log = new LogTruncation(a.Vault.Database, a.Time);
        var caretaker = CaretakerOf(a, files, log);
        var failures = new List<Exception>();
        caretaker.Failed = failures.Add;
        await a.Turn(a.NewToken(), "{}");
        using var stop = new CancellationTokenSource();

        var running = caretaker.RunAsync(stop.Token);
        await Until(() => failures.Count > 0, () => { });
        Assert.True((await caretaker.ReadinessAsync(default)).UpkeepFails);
        Assert.DoesNotContain(AlsoOld, files.Names());
        Assert.Equal(0, new FileInfo(Path.Combine(a.Folder!, "remedybot.db-wal")).Length);

        files.Stuck.Clear();
        a.Time.Advance(TimeSpan.FromDays(3));
        for (var minute = 0; minute < 2; minute++)
        {
            a.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(50);
        }
        await Until(() => !files.Names().Contains(Old), () => a.Time.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(0, await a.Vault.Database.ReadAsync(session => session.Count(Table.Conversation), default));
        Assert.False((await caretaker.ReadinessAsync(default)).UpkeepFails);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_part_that_ends_with_a_failure_begins_again_and_only_the_type_is_logged()
    {
        var time = new FakeTimeProvider();
        var log = new Recorded();
        using var upkeep = new RemedyBot.Composition.Upkeep(null!, log, time);
        using var stop = new CancellationTokenSource();
        var runs = 0;
        var kept = upkeep.KeepAsync("Sweeping", Run, stop.Token);
        await Until(() => runs == 2, () => time.Advance(TimeSpan.FromSeconds(10)));
        Assert.Contains("UnauthorizedAccessException", Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("/secret", log.Lines[0], StringComparison.Ordinal);
        await stop.CancelAsync();
        // What fails because the server stops ends quietly, or the host would print all of it.
        await kept;
        Assert.Single(log.Lines);

        async Task Run(CancellationToken cancellation)
        {
            if (++runs == 1)
                throw new UnauthorizedAccessException("Access to the path '/secret/keys' is denied.");
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            throw new InvalidOperationException("/secret");
        }
    }

    [Fact]
    public async Task Readyz_names_it()
    {
        await using var chat = await Contract.AChat.Open();
        var reasons = Health.Reasons(new(true, false, 0, true, 0, false, UpkeepFails: true), chat.Bot);
        Assert.Contains(reasons, r => r.StartsWith("store: sweeping", StringComparison.Ordinal));
    }

    private static Caretaker CaretakerOf(AVault a, IKeyFiles files, LogTruncation log)
    {
        var (options, randomness) = (new VaultOptions(), new SystemRandomness());
        var keys = new DeliveryKeys(files, randomness, DateOnly.FromDateTime(a.Time.GetUtcNow().UtcDateTime));
        var deliveries = new Deliveries(keys, new(new(new(files, LastingKey.Desk, randomness), randomness), randomness), randomness);
        var shop = new Workshop(a.Vault.Database, randomness, a.Time, new Retention(options, a.Time), deliveries);
        return new(shop, options, log, new StartLimit(10), (new TokenKeys(files, a.Time, randomness), new DeliveryTurn(a.Vault.Database, keys, deliveries)));
    }

    private static async Task Until(Func<bool> happened, Action meanwhile)
    {
        for (var tried = 0; tried < 400 && !happened(); tried++)
        {
            meanwhile();
            await Task.Delay(5);
        }
        Assert.True(happened());
    }

    private sealed class Recorded : ILogger<RemedyBot.Composition.Upkeep>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);
    }
}
