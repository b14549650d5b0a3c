using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Telegram;
using RemedyBot.Channels.Turns;
using RemedyBot.Tests.Channels.Queue;

namespace RemedyBot.Tests.Channels;

/// <summary>Whatever goes wrong with Telegram, neither the token nor anybody's words are told.</summary>
public sealed class TelegramSilenceTests
{
    private const string Words = "he-waits-outside-canary";

    [Theory]
    [InlineData("http://127.0.0.1:9")]
    [InlineData("https://nowhere.invalid")]
    public async Task An_app_that_cannot_be_reached_is_told_without_its_address(string url)
    {
        var heard = new Heard();
        var adapter = Adapter(url, heard);
        var sending = await adapter.SendAsync(new() { Type = ActivityTypes.Message, Text = Words }, Parcel(), CancellationToken.None);
        Assert.Equal(SendResult.TryAgain, sending.Result);
        var checks = new List<AppCheck>();
        await foreach (var check in adapter.CheckAsync(CancellationToken.None))
            checks.Add(check);
        var told = string.Join('\n', checks.Select(c => c.Problem + c.Detail)) + string.Join('\n', heard.Lines);
        Assert.Contains("cannot be reached", told, StringComparison.Ordinal);
        Assert.DoesNotContain("AAabcdef", told, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_back_gives_up_quietly_where_nobody_answers() =>
        Assert.Equal(SendResult.TryAgain, (await Adapter("http://127.0.0.1:9", new Heard()).TakeBackAsync(["1", "x", "2"], Parcel(), CancellationToken.None)).Result);

    private static TelegramAdapter Adapter(string url, ILogger log)
    {
        var settings = new AppSettings("telegram", new Dictionary<string, string> { ["token"] = FakeTelegram.Token, ["url"] = url });
        return new(settings, new(Nobody, new AnOutbox(), ChannelTable.Empty, (_, key) => key, new HttpClient(), TimeProvider.System, log));
    }

    private static Parcel Parcel() => new("", "app:telegram", "7", 1, false, [new() { Type = ActivityTypes.Message, Text = Words }]);

    private static Task<ActivityReply> Nobody(Activity activity, Passage passage, CancellationToken cancellation) => Task.FromResult(new ActivityReply(ReplyStatus.Closed, 0, []));

    private sealed class Heard : ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception) + exception);
    }
}
