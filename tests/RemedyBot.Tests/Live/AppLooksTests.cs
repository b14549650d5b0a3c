using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Tests.Live;

/// <summary>Looking after talks in messaging apps, without any app.</summary>
public sealed class AppLooksTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, Func<Passage.App, ActivityReply>> _turns = new();
    private readonly ConcurrentQueue<string> _looked = new();
    private readonly Out _out = new();
    private readonly PushQueue _queue;
    private readonly AppLooks _looks;
    private Task _run = Task.CompletedTask;
    private long _ids;

    public AppLooksTests()
    {
        _queue = new(_ => _out, _ => 0, _out, TimeProvider.System, NullLogger.Instance);
        _looks = new(Turn, () => _queue, _time, NullLogger.Instance);
    }

    public async Task InitializeAsync()
    {
        await _queue.StartAsync(default);
        _run = _looks.RunAsync(_end.Token);
    }

    public async Task DisposeAsync()
    {
        await _end.CancelAsync();
        await _run;
    }

    public void Dispose() => _end.Dispose();

    [Fact]
    public async Task What_goes_wrong_in_one_conversation_stops_no_other()
    {
        await Talks("broken", "well");
        _turns["broken"] = _ => throw new InvalidOperationException("words of somebody");
        _turns["well"] = _ => Reply("a line");
        await Looks("well", 2);
        Assert.True(_looked.Count(name => name == "broken") >= 2);
        Assert.Contains("a line", _out.Sent);
    }

    [Theory]
    [InlineData(ReplyStatus.Busy, 0)]
    [InlineData(ReplyStatus.Stale, 3)]
    [InlineData(ReplyStatus.Done, 0)]
    [InlineData(null, 0)]
    public async Task Ids_that_a_look_could_not_seal_are_there_for_the_next(ReplyStatus? status, int turn)
    {
        await Talks("chat");
        _queue.ReturnSent(Lane("chat"), ["one", "two"]);
        var (handed, seals) = (new ConcurrentQueue<int>(), false);
        _turns["chat"] = passage =>
        {
            handed.Enqueue(passage.Traces.Count);
            return seals ? Reply() : status is { } known ? new(known, turn, []) { Talks = true } : throw new InvalidOperationException();
        };
        await Looks("chat", 2);
        seals = true;
        await Looks("chat", 4);
        Assert.Equal([2, 2], handed.Take(2));
        Assert.Equal(0, handed.Last());
        Assert.Empty(_queue.TakeSent(Lane("chat")));
    }

    [Fact]
    public async Task Who_was_busy_is_looked_after_still_and_whose_talk_is_over_no_more()
    {
        await Talks("chat", "other");
        _turns["chat"] = _ => new(ReplyStatus.Busy, 0, []);
        await Looks("chat", 2);
        _turns["chat"] = _ => Reply() with { Talks = false };
        await Looks("chat", 3);
        var looked = _looked.Count(name => name == "chat");
        await Looks("other", _looked.Count(name => name == "other") + 2);
        Assert.Equal(looked, _looked.Count(name => name == "chat"));
    }

    private static ActivityReply Reply() => new(ReplyStatus.Done, 7, []) { Talks = true };

    private ActivityReply Reply(string line)
    {
        Activity[] said = [new() { Type = ActivityTypes.Message, Text = line }];
        return Reply() with { Push = new(Interlocked.Increment(ref _ids), new("", "app:test", "well", 7, false, said)) };
    }

    private static string Lane(string conversation) => Parcel.LaneOf("app:test", conversation);

    private Task<ActivityReply> Turn(Activity activity, Passage passage, CancellationToken cancellation)
    {
        var app = (Passage.App)passage;
        if (activity.Name == ActivityTypes.LookEvent)
            _looked.Enqueue(app.ConversationId);
        return Task.FromResult(_turns[app.ConversationId](app));
    }

    /// <summary>People whose last message left them in a talk.</summary>
    private async Task Talks(params string[] conversations)
    {
        foreach (var name in conversations)
        {
            _turns[name] = _ => Reply();
            var said = new Activity { Type = ActivityTypes.Message, Text = "hello", ChannelId = "app:test", Conversation = new() { Id = name } };
            await _looks.TurnAsync(said, new Passage.App("app:test", name, "1", Push: true, Insecure: false), default);
        }
    }

    private async Task Looks(string conversation, int times)
    {
        for (var tried = 0; _looked.Count(name => name == conversation) < times; tried++)
        {
            Assert.True(tried < 500, "Nobody looked.");
            _time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(20);
        }

        await Task.Delay(50);
    }

    private sealed class Out : IAppSender, IPushes
    {
        public ConcurrentQueue<string> Sent { get; } = new();

        public Task<Sending> SendAsync(Activity message, Parcel parcel, CancellationToken cancellation)
        {
            Sent.Enqueue(message.Text!);
            return Task.FromResult(new Sending(SendResult.Sent));
        }

        public Task<Sending> TakeBackAsync(IReadOnlyList<string> ids, Parcel parcel, CancellationToken cancellation) => throw new InvalidOperationException("Nothing was erased.");

        public Task<IReadOnlyList<(long Id, Parcel Parcel)>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<(long, Parcel)>>([]);

        public Task<long> AddAsync(Parcel parcel, CancellationToken cancellation) => throw new InvalidOperationException("A turn's own commit queues.");

        public Task<bool> ChangeAsync(long id, Parcel parcel, CancellationToken cancellation) => Task.FromResult(false);

        public Task RemoveAsync(long id, CancellationToken cancellation) => Task.CompletedTask;
    }
}
