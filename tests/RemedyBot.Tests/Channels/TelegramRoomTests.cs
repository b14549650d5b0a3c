using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Telegram;
using RemedyBot.Channels.Turns;
using RemedyBot.Tests.Channels.Queue;
using Telegram.Bot;

namespace RemedyBot.Tests.Channels;

/// <summary>Somebody for whom there is no room keeps nobody else from being heard.</summary>
public sealed class TelegramRoomTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, int> _taken = new();
    private readonly AppStatus _status = new(TimeProvider.System);
    private FakeTelegram _telegram = null!;

    public async Task InitializeAsync() => _telegram = await FakeTelegram.Start();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(130)]
    public async Task All_others_are_heard_and_who_finds_no_room_is_told(int without)
    {
        using var a = new AQueue();
        using var end = new CancellationTokenSource();
        var newcomers = Enumerable.Range(0, without).Select(_ => new AChat(_telegram)).ToList();
        var others = Enumerable.Range(0, 15).Select(_ => new AChat(_telegram)).ToList();
        foreach (var chat in newcomers)
            _telegram.Bring(chat.Words("hello"));
        var last = 0;
        for (var round = 0; round < 10; round++)
            foreach (var chat in others)
            {
                var words = chat.Words("words");
                last = (int)words["update_id"]!;
                _telegram.Bring(words);
            }
        var running = Run(a, newcomers, end.Token);
        for (var tried = 0; _telegram.Confirmed != last + 1 && tried < 800; tried++)
            await Task.Delay(25);
        Assert.All(others, chat => Assert.Equal(10, _taken[Name(chat)]));
        Assert.Equal(last + 1, _telegram.Confirmed);
        await a.Settled();
        Assert.Equal(Enumerable.Repeat("errors/busy", without), a.Sender.Sent);
        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Fact]
    public async Task That_somebody_finds_no_room_is_told_to_the_operator()
    {
        using var a = new AQueue();
        using var end = new CancellationTokenSource();
        var newcomer = new AChat(_telegram);
        _telegram.Bring(newcomer.Words("hello"));
        var running = Run(a, [newcomer], end.Token);
        await AQueue.Until(() => _status.Problems is [var problem] && problem.Contains("no room", StringComparison.Ordinal));
        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private Task Run(AQueue a, IReadOnlyList<AChat> newcomers, CancellationToken stopping)
    {
        var full = newcomers.Select(Name).ToHashSet();
        var time = new MovedClock { Haste = 20 };
        var parts = new AppParts(
            (_, passage, _) =>
            {
                var name = ((Passage.App)passage).ConversationId;
                if (!full.Contains(name))
                    _taken.AddOrUpdate(name, 1, (_, count) => count + 1);
                return Task.FromResult(new ActivityReply(full.Contains(name) ? ReplyStatus.Busy : ReplyStatus.Done, 0, []));
            },
            a.Rows,
            ChannelTable.Empty,
            (_, key) => key,
            new HttpClient(),
            time,
            NullLogger.Instance);
        var bot = new TelegramBotClient(new TelegramBotClientOptions(FakeTelegram.Token, _telegram.Root.AbsoluteUri.TrimEnd('/')) { RetryCount = 0, RetryThreshold = 0 }, parts.Http);
        var door = new AppDoor(new("telegram", new Dictionary<string, string>()), parts, a.Queue, _status);
        return new TelegramPolling(bot, new(bot, door, parts, discreet: false), door, time).RunAsync(stopping);
    }

    private static string Name(AChat chat) => TelegramInbox.Number(chat.Id);
}
