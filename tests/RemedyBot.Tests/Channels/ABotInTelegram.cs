using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Telegram;
using RemedyBot.Channels.Turns;
using RemedyBot.Composition;
using RemedyBot.Storage.Sqlite;
using RemedyBot.Turns.Activities;

namespace RemedyBot.Tests.Channels;

/// <summary>The whole bot behind Telegram's polling without a server around it, so that a test can reach its store and its turns.</summary>
internal sealed class ABotInTelegram : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _http = new();
    private Task _running = Task.CompletedTask;

    private ABotInTelegram(FakeTelegram telegram, Bot bot) => (Telegram, Bot) = (telegram, bot);

    public FakeTelegram Telegram { get; }

    public Bot Bot { get; }

    /// <summary>Waited for before each turn.</summary>
    public Func<Task> Gate { get; set; } = () => Task.CompletedTask;

    /// <summary>The words of each turn that was tried, in order.</summary>
    public ConcurrentQueue<string?> Tried { get; } = new();

    public Task<long> Conversations => Bot.Vault.Database.ReadAsync(session => session.Count(Table.Conversation), default);

    public static async Task<ABotInTelegram> Start()
    {
        var time = new MovedClock { Haste = 5 };
        var a = new ABotInTelegram(await FakeTelegram.Start(), await Bot.OpenAsync(new(AServer.Content, new(), new()) { Time = time }, default));
        var pushes = new Pushes(a.Bot.Vault.Outbox, time);
        var turns = new ActivityTurns(a.Bot.Runner.HandleAsync, AServer.Content);
        ActivityTurn turn = async (activity, passage, cancellation) =>
        {
            a.Tried.Enqueue(activity.Text);
            await a.Gate();
            return await turns.HandleAsync(activity, passage, cancellation);
        };
        var parts = new AppParts(turn, pushes, AServer.Content.Channels, (_, key) => key, a._http, time, NullLogger.Instance);
        var adapter = new TelegramAdapter(a.Telegram.AppOf(), parts);
        var queue = new PushQueue(_ => adapter, _ => 0, pushes, time, NullLogger.Instance);
        await queue.StartAsync(a._end.Token);
        a._running = adapter.RunAsync(new(a.Telegram.AppOf(), parts, queue, new(time)), a._end.Token);
        return a;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Telegram.DisposeAsync();
        await Bot.DisposeAsync();
        _http.Dispose();
        _end.Dispose();
    }
}
