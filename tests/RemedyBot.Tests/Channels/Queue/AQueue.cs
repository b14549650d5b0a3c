using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Tests.Channels.Queue;

/// <summary>A queue over an outbox and a channel that the test holds in its hands.</summary>
internal sealed class AQueue : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private long _ids;

    public AQueue(AnOutbox? outbox = null, bool begun = true, TimeProvider? clock = null)
    {
        Rows = outbox ?? new();
        Queue = new(_ => Sender, _ => 0, Rows, clock ?? TimeProvider.System, NullLogger.Instance);
        if (begun)
            Begin();
    }

    public const string Conversation = "chat";

    public static string Lane => Parcel.LaneOf("app:test", Conversation);

    public ASender Sender { get; } = new();

    public AnOutbox Rows { get; }

    public PushQueue Queue { get; }

    public Task Begin() => Queue.StartAsync(_end.Token);

    public Task End() => _end.CancelAsync();

    /// <summary>Commits it, and hands it over.</summary>
    public long Add(Parcel parcel)
    {
        var id = ++_ids;
        Rows.Rows[id] = parcel;
        Queue.Add(id, parcel);
        return id;
    }

    /// <param name="order">Its place; its turn where that is 0.</param>
    /// <param name="texts">What ends in a question mark asks.</param>
    public static Parcel Of(int turn, int order, params string[] texts) =>
        new("", "app:test", Conversation, turn, false, [.. texts.Select(t => new Activity { Type = ActivityTypes.Message, Text = t, InputHint = t.EndsWith('?') ? ActivityTypes.Expecting : null })]) { Order = order == 0 ? turn : order };

    public async Task Settled()
    {
        for (var tried = 0; Queue.Waiting > 0 && tried < 1000; tried++)
            await Task.Delay(10);
        Assert.Equal(0, Queue.Waiting);
    }

    public static async Task Until(Func<bool> so)
    {
        for (var tried = 0; !so() && tried < 1000; tried++)
            await Task.Delay(10);
        Assert.True(so());
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }
}
