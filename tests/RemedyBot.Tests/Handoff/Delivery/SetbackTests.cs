using Microsoft.Extensions.Logging;
using RemedyBot.Handoff.Delivery;

namespace RemedyBot.Tests.Handoff.Delivery;

/// <summary>What an operator reads of deliveries that do not go: why, now and then, and nothing of whom.</summary>
public sealed class SetbackTests
{
    [Fact]
    public async Task Why_something_waits_stands_in_the_list_and_in_the_log_once_an_hour()
    {
        await using var desk = await ADesk.SetUpAsync();
        await desk.QueueAsync(desk.Prepare().Parcel);
        var log = new Lines();
        var dispatcher = new Dispatcher(desk.Vault.Outbox, [new Told(new SendOutcome.TryLater(Reasons.NotAuthorised))], desk.Time, log);
        for (var pass = 0; pass < 6; pass++)
        {
            await dispatcher.RunOnceAsync(default);
            desk.Time.Advance(TimeSpan.FromMinutes(3));
        }

        var waiting = Assert.Single(await new OutboxList(desk.Vault.Outbox, desk.Time).ListAsync(default));
        Assert.Equal((Reasons.NotAuthorised, null), (waiting.Last, waiting.Dead));
        Assert.Contains(Reasons.NotAuthorised, Assert.Single(log.All), StringComparison.Ordinal);
        desk.Time.Advance(TimeSpan.FromHours(1));
        await dispatcher.RunOnceAsync(default);
        Assert.Equal(2, log.All.Count);
    }

    [Fact]
    public async Task What_a_ticket_system_did_not_keep_is_said_once_an_hour_and_not_once_a_case()
    {
        await using var desk = await ADesk.SetUpAsync();
        var log = new Lines();
        var dispatcher = new Dispatcher(desk.Vault.Outbox, [new Told(new SendOutcome.Delivered("#1") { Lost = ["HarmTypes"] })], desk.Time, log);
        for (var n = 0; n < 3; n++)
            await desk.QueueAsync(desk.Prepare().Parcel);
        Assert.Equal(3, await dispatcher.RunOnceAsync(default));
        Assert.Contains("HarmTypes", Assert.Single(log.All), StringComparison.Ordinal);
    }

    private sealed class Lines : ILogger<Dispatcher>
    {
        internal List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add($"{logLevel} {formatter(state, exception)}");
    }

    private sealed class Told(SendOutcome outcome) : ISender
    {
        public bool Takes(Parcel parcel) => true;

        public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation) => Task.FromResult(outcome);
    }
}
