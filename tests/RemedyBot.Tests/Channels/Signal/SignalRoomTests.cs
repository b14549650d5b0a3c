using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Signal;
using RemedyBot.Channels.Turns;
using RemedyBot.Tests.Channels.Queue;

namespace RemedyBot.Tests.Channels.Signal;

/// <summary>Somebody for whom there is no room keeps nobody else from being heard.</summary>
public sealed class SignalRoomTests
{
    private readonly ConcurrentDictionary<string, int> _taken = new();
    private readonly AppStatus _status = new(TimeProvider.System);
    private readonly MovedClock _time = new();
    private int _ids;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1_900, 200)]
    public async Task All_others_are_heard_and_who_finds_no_room_is_told(int early, int late)
    {
        using var a = new AQueue();
        using var end = new CancellationTokenSource();
        using var http = new HttpClient();
        var desk = Desk(a, http);
        for (var i = 0; i < early; i++)
            desk.Take(Words($"new {i}", "hello"), end.Token);
        // The line brings them one after the other; most have been told by then, the rest wait.
        await AQueue.Until(() => a.Sender.Sent.Count >= early - 500);
        for (var i = 0; i < late; i++)
            desk.Take(Words($"new {early + i}", "hello"), end.Token);
        for (var round = 0; round < 10; round++)
            for (var i = 0; i < 15; i++)
                desk.Take(Words($"known {i}", "words"), end.Token);
        await AQueue.Until(() => _taken.Values.Sum() == 150);
        _time.Haste = 20;
        for (var i = 0; i < 1_000 && a.Sender.Sent.Count < early + late; i++)
            await Task.Delay(20);
        Assert.Equal(Enumerable.Repeat("errors/busy", early + late), a.Sender.Sent);
        await desk.IdleAsync();
    }

    [Fact]
    public async Task That_somebody_finds_no_room_is_told_to_the_operator()
    {
        using var a = new AQueue();
        using var http = new HttpClient();
        Desk(a, http).Take(Words("new", "hello"), default);
        await AQueue.Until(() => _status.Problems is [var problem] && problem.Contains("no room", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_writes_too_fast_is_told_only_where_that_keeps_within_bounds()
    {
        var lanes = new PersonLanes(2, 10);
        var (hold, told) = (new TaskCompletionSource(), 0);
        for (var i = 0; i < 10; i++)
            Assert.True(lanes.TryEnter($"{i}", () => hold.Task, () => Task.CompletedTask));
        for (var i = 10; i < 1_000; i++)
            Assert.False(lanes.TryEnter($"{i}", () => hold.Task, () => Told()));
        hold.SetResult();
        await lanes.IdleAsync();
        Assert.Equal(10, told);
        await AQueue.Until(() => lanes.TryEnter("1001", () => Task.CompletedTask, () => Task.CompletedTask));

        Task Told()
        {
            Interlocked.Increment(ref told);
            return hold.Task;
        }
    }

    private SignalLine.Received Words(string person, string text) =>
        new(new(person, Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture), text, false, null, 1));

    private SignalDesk Desk(AQueue a, HttpClient http)
    {
        var parts = new AppParts(
            (_, passage, _) =>
            {
                var name = ((Passage.App)passage).ConversationId;
                var full = name.StartsWith("new", StringComparison.Ordinal);
                if (!full)
                    _taken.AddOrUpdate(name, 1, (_, count) => count + 1);
                return Task.FromResult(new ActivityReply(full ? ReplyStatus.Busy : ReplyStatus.Done, 0, []));
            },
            a.Rows,
            ChannelTable.Empty,
            (_, key) => key,
            http,
            _time,
            NullLogger.Instance);
        var settings = new AppSettings("signal", new Dictionary<string, string> { ["address"] = "tcp://127.0.0.1:1", ["account"] = FakeSignalCli.Account });
        return new(SignalOptions.Of(settings), false, new(settings, parts, a.Queue, _status), parts, (_, _) => Task.FromResult(new SignalLine.Answered("", new(SendResult.Sent), null)));
    }
}
