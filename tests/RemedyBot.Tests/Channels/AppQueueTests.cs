using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Tests.Channels.Queue;

namespace RemedyBot.Tests.Channels;

/// <summary>The way out that all messaging apps share.</summary>
public sealed class AppQueueTests
{
    private readonly ASender _sender = new();
    private readonly AnOutbox _rows = new();

    [Fact]
    public async Task One_conversation_goes_in_order_and_nothing_waits_in_the_end()
    {
        var queue = Queue();
        foreach (var turn in (int[])[1, 2, 3])
            queue.Add(turn, Parcel(turn, $"{turn}a", $"{turn}b"));
        await Settled(queue);
        Assert.Equal(["1a", "1b", "2a", "2b", "3a", "3b"], _sender.Sent);
        Assert.Equal([1, 2, 3], _rows.Removed);
    }

    [Fact]
    public async Task What_was_sent_is_told_once_so_that_the_next_turn_can_seal_it()
    {
        var queue = Queue();
        queue.Add(1, Parcel(1, "a", "b"));
        await Settled(queue);
        Assert.Equal(["id-a", "id-b"], queue.TakeSent(Lane));
        Assert.Empty(queue.TakeSent(Lane));
    }

    [Fact]
    public async Task An_erase_takes_back_what_was_sent_before_it_says_goodbye_and_drops_what_waits()
    {
        var queue = Queue();
        _sender.Hold = new();
        queue.Add(1, Parcel(1, "first"));
        await AQueue.Until(() => _sender.Tries == 1);
        queue.Add(2, Parcel(2, "second"));
        queue.Add(3, Parcel(3, "goodbye") with { TakesBack = ["old-1", "old-2"] });
        _sender.Hold.SetResult();
        await Settled(queue);
        Assert.Equal(["first", "back:old-1 old-2 id-first", "goodbye"], _sender.Sent);
        Assert.Empty(queue.TakeSent(Lane));
    }

    [Fact]
    public async Task What_is_said_after_an_erase_comes_after_the_goodbye_and_is_not_taken_back()
    {
        var queue = Queue();
        _sender.Hold = new();
        queue.Add(1, Parcel(8, "on its way"));
        await AQueue.Until(() => _sender.Tries == 1);
        queue.Add(2, Parcel(9, "goodbye") with { TakesBack = ["old"] });
        queue.Add(3, Parcel(1, "anew") with { Order = 10 });
        _sender.Hold.SetResult();
        await Settled(queue);
        Assert.Equal(["on its way", "back:old id-on its way", "goodbye", "anew"], _sender.Sent);
        Assert.Equal(["id-anew"], queue.TakeSent(Lane));
    }

    [Fact]
    public async Task What_is_said_while_the_outbox_is_read_goes_once_and_after_what_was_left()
    {
        var queue = Queue(begun: false);
        queue.Add(2, Parcel(2, "early"));
        (_rows.Rows[1], _rows.Rows[2], _rows.Rows[3]) = (Parcel(1, "left"), Parcel(2, "early"), Parcel(3, "late"));
        await Task.Delay(50);
        Assert.Empty(_sender.Sent);
        await queue.StartAsync(CancellationToken.None);
        await Settled(queue);
        // Committed before the outbox was read, handed over after all of it had gone.
        queue.Add(3, Parcel(3, "late"));
        await Settled(queue);
        Assert.Equal(["left", "early", "late"], _sender.Sent);
    }

    [Fact]
    public async Task A_channel_that_is_gone_keeps_nothing_waiting()
    {
        var queue = new PushQueue(_ => null, _ => 0, _rows, TimeProvider.System, NullLogger.Instance);
        await queue.StartAsync(CancellationToken.None);
        queue.Add(1, Parcel(1, "a"));
        await Settled(queue);
        Assert.Equal([1], _rows.Removed);
    }

    [Fact]
    public void What_waits_is_read_again_as_it_was_written()
    {
        var parcel = Parcel(7, "a") with { TakesBack = ["1", "2"], Edits = "9" };
        var read = RemedyBot.Channels.Apps.Parcel.Read(parcel.Write())!;
        Assert.Equal((parcel.ChannelId, parcel.Conversation, 7, "9"), (read.ChannelId, read.Conversation, read.Turn, read.Edits));
        Assert.Equal(["1", "2"], read.TakesBack);
    }

    [Theory]
    [InlineData("12.yes", 12, "yes")]
    [InlineData("3.+plt.x", 3, "+plt.x")]
    public void A_tap_carries_its_question(string data, int turn, string value)
    {
        Assert.Equal((turn, value), Tap.Read(data));
        Assert.Equal(data, Tap.Write(turn, value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData(".yes")]
    [InlineData("-1.yes")]
    [InlineData("x.yes")]
    public void What_is_no_button_of_ours_is_none(string? data) => Assert.Null(Tap.Read(data));

    private static string Lane => RemedyBot.Channels.Apps.Parcel.LaneOf("app:test", "chat");

    private PushQueue Queue(bool begun = true)
    {
        var queue = new PushQueue(_ => _sender, _ => 0, _rows, TimeProvider.System, NullLogger.Instance);
        if (begun)
            _ = queue.StartAsync(CancellationToken.None);
        return queue;
    }

    private static Parcel Parcel(int turn, params string[] texts) =>
        new("", "app:test", "chat", turn, false, [.. texts.Select(t => new Activity { Type = ActivityTypes.Message, Text = t })]) { Order = turn };

    private static async Task Settled(PushQueue queue)
    {
        for (var tried = 0; queue.Waiting > 0 && tried < 500; tried++)
            await Task.Delay(10);
        Assert.Equal(0, queue.Waiting);
    }
}
