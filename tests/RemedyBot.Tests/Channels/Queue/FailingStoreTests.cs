using RemedyBot.Channels.Apps;

namespace RemedyBot.Tests.Channels.Queue;

/// <summary>A store that fails for a while stops no conversation's replies, and doubles none; nor does a stop.</summary>
public sealed class FailingStoreTests
{
    [Fact]
    public async Task A_row_that_cannot_be_deleted_is_tried_again_and_the_next_reply_goes_after_it()
    {
        using var a = new AQueue();
        await a.Begin();
        a.Rows.Failures = 2;
        a.Add(AQueue.Of(1, 0, "first"));
        a.Add(AQueue.Of(2, 0, "second"));
        await a.Settled();
        Assert.Equal(["first", "second"], a.Sender.Sent);
        Assert.Empty(a.Rows.Rows);
    }

    [Fact]
    public async Task Where_the_outbox_cannot_be_read_nothing_is_sent_until_it_can_and_that_is_told()
    {
        var rows = new AnOutbox { Failures = 1 };
        rows.Rows[7] = AQueue.Of(1, 0, "left");
        using var a = new AQueue(rows, begun: false);
        var begun = a.Begin();
        await AQueue.Until(() => a.Queue.IsUnread);
        a.Add(AQueue.Of(2, 0, "new"));
        Assert.Equal(0, a.Sender.Tries);
        await begun;
        await a.Settled();
        Assert.False(a.Queue.IsUnread);
        Assert.Equal(["left", "new"], a.Sender.Sent);
    }

    [Fact]
    public async Task What_has_gone_of_several_is_not_said_again_after_a_restart()
    {
        using var before = new AQueue();
        before.Sender.Answers.Enqueue(new(SendResult.Sent));
        before.Sender.Answers.Enqueue(new(SendResult.TryAgain, TimeSpan.FromMinutes(5)));
        before.Add(AQueue.Of(1, 0, "one", "two", "three"));
        await AQueue.Until(() => before.Sender.Tries == 2);
        await before.End();
        using var after = new AQueue(before.Rows);
        await after.Settled();
        Assert.Equal(["one"], before.Sender.Sent);
        Assert.Equal(["two", "three"], after.Sender.Sent);
    }

    [Fact]
    public async Task What_is_on_its_way_when_the_server_stops_arrives_once()
    {
        using var before = new AQueue();
        before.Sender.Hold = new();
        before.Add(AQueue.Of(1, 0, "one", "two"));
        await AQueue.Until(() => before.Sender.Tries == 1);
        await before.End();
        var ended = before.Queue.EndAsync(TimeSpan.FromSeconds(10));
        before.Sender.Hold.SetResult();
        await ended;
        using var after = new AQueue(before.Rows);
        await after.Settled();
        Assert.Equal(["one"], before.Sender.Sent);
        Assert.Equal(["two"], after.Sender.Sent);
    }

    [Fact]
    public async Task A_talk_that_begins_anew_after_a_stop_is_greeted_after_its_goodbye_and_after_a_restart_too()
    {
        using var before = new AQueue();
        before.Sender.Answers.Enqueue(new(SendResult.TryAgain, TimeSpan.FromMinutes(5)));
        before.Add(AQueue.Of(9, 1, "goodbye"));
        before.Add(AQueue.Of(1, 2, "hello"));
        await AQueue.Until(() => before.Sender.Tries == 1);
        await before.End();
        using var after = new AQueue(before.Rows);
        await after.Settled();
        Assert.Equal(["goodbye", "hello"], after.Sender.Sent);
    }

    [Fact]
    public void What_is_made_later_has_a_larger_number_also_than_what_an_earlier_process_made()
    {
        var orders = Enumerable.Range(0, 1000).Select(_ => ParcelOrder.Next()).ToList();
        Assert.Equal(orders.Order().Distinct(), orders);
        ParcelOrder.Found(orders[^1] + TimeSpan.TicksPerMinute);
        Assert.True(ParcelOrder.Next() > orders[^1] + TimeSpan.TicksPerMinute);
    }

    [Fact]
    public async Task What_is_to_be_taken_back_is_tried_though_the_store_fails_meanwhile()
    {
        using var a = new AQueue(clock: new MovedClock { Haste = 50 });
        for (var i = 0; i < 3; i++)
            a.Sender.Backs.Enqueue(new(SendResult.TryAgain));
        a.Add(AQueue.Of(2, 0, "goodbye") with { TakesBack = ["old"] });
        await AQueue.Until(() => a.Sender.Backs.Count <= 1);
        a.Rows.Failures = 3;
        await AQueue.Until(() => a.Rows.Rows.IsEmpty);
        Assert.Equal(0, a.Rows.Failures);
        Assert.Equal(["back:old", "goodbye", "back:old", "back:old", "back:old"], a.Sender.Sent);
    }
}
