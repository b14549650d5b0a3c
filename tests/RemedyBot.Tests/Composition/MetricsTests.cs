using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RemedyBot.Composition;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Composition;

public sealed class MetricsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Numbers_are_published_once_an_hour()
    {
        using var metrics = new Metrics(_time);
        var turn = metrics.Counted(async (_, _) =>
        {
            await Task.Yield();
            _time.Advance(TimeSpan.FromMilliseconds(30));
            return Reply(TurnStatus.Done);
        });
        await turn(Request, default);
        Assert.Contains("remedybot_turns_total{status=\"done\"} 0\n", metrics.Published, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Contains("remedybot_turns_total{status=\"done\"} 1\n", metrics.Published, StringComparison.Ordinal);
        Assert.Contains("remedybot_turn_duration_seconds_bucket{le=\"0.025\"} 0\n", metrics.Published, StringComparison.Ordinal);
        Assert.Contains("remedybot_turn_duration_seconds_bucket{le=\"0.05\"} 1\n", metrics.Published, StringComparison.Ordinal);
        Assert.Contains("remedybot_turn_duration_seconds_count 1\n", metrics.Published, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_counted_and_goes_on()
    {
        using var metrics = new Metrics(_time);
        var turn = metrics.Counted((_, _) => throw new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => turn(Request, default));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Contains("{status=\"failed\"} 1\n", metrics.Published, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_numbers_by_status_and_duration_is_told()
    {
        using var metrics = new Metrics(_time);
        Assert.All(metrics.Published.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'), line =>
            Assert.Matches("^remedybot_(turns_total\\{status=\"(done|repeated|stale|closed|busy|failed)\"\\}|turn_duration_seconds(_sum|_count|_bucket\\{le=\"[0-9.]+\"\\}|_bucket\\{le=\"\\+Inf\"\\})) [0-9.E-]+$", line));
    }

    [Fact]
    public async Task A_scraper_reads_them_at_their_own_address_and_nothing_else()
    {
        using var metrics = new Metrics(_time);
        var port = FreePort();
        var listener = new MetricsListener(metrics, $"http://127.0.0.1:{port}", NullLogger.Instance);
        await listener.StartAsync(default);
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        using var answer = await client.GetAsync("/metrics");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(metrics.Published, await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/")).StatusCode);
        await listener.StopAsync(default);
    }

    [Fact]
    public async Task A_taken_port_is_a_warning_and_no_failed_start()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var metrics = new Metrics(_time);
        var log = new Lines();
        var listener = new MetricsListener(metrics, $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}", log);
        await listener.StartAsync(default);
        await listener.StopAsync(default);
        Assert.Contains("metrics:urls", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_is_no_listener()
    {
        using var metrics = new Metrics(_time);
        var log = new Lines();
        var listener = new MetricsListener(metrics, "", log);
        await listener.StartAsync(default);
        await listener.StopAsync(default);
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public void Swap_is_seen_in_what_the_system_lists()
    {
        Assert.False(Hygiene.HasSwap("Filename\tType\tSize\tUsed\tPriority\n"));
        Assert.True(Hygiene.HasSwap("Filename\tType\tSize\tUsed\tPriority\n/dev/sda2 partition 1000 0 -2\n"));
    }

    private static TurnRequest Request => new(null, "id", "text", []);

    private static TurnReply Reply(TurnStatus status) => new(status, "", "en", null, [], false, null);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private sealed class Lines : ILogger
    {
        public List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
                Warnings.Add(formatter(state, exception));
        }
    }
}
