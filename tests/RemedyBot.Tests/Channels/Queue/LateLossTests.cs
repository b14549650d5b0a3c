using RemedyBot.Channels.Apps;

namespace RemedyBot.Tests.Channels.Queue;

/// <summary>What a channel took, and says later that it did not bring.</summary>
public sealed class LateLossTests
{
    private const string Channel = "app:test";

    [Fact]
    public async Task It_goes_before_the_next_answer_and_its_question_was_not_asked()
    {
        using var a = new AQueue();
        a.Add(AQueue.Of(1, 0, "call 112", "where?"));
        await a.Settled();
        Assert.Equal("call 112", (await a.Queue.LostAsync(Channel, "id-call 112"))?.Text);
        Assert.False(a.Queue.Wrote(AQueue.Lane));
        await a.Queue.LostAsync(Channel, "id-where?");
        Assert.True(a.Queue.Wrote(AQueue.Lane));
        a.Add(AQueue.Of(2, 0, "not taken", "where?"));
        await a.Settled();
        Assert.Equal(["call 112", "where?", "call 112", "not taken", "where?"], a.Sender.Sent);
        Assert.False(a.Queue.Wrote(AQueue.Lane));
        Assert.Empty(a.Rows.Rows);
    }

    [Fact]
    public async Task What_only_said_that_there_is_news_is_held_for_nobody()
    {
        using var a = new AQueue();
        var ring = AQueue.Of(0, 1, "news") with { Rings = true };
        Assert.Equal(SendResult.Sent, (await a.Queue.RingAsync(ring, default))?.Result);
        Assert.Equal("news", (await a.Queue.LostAsync(Channel, "id-news"))?.Text);
        a.Add(AQueue.Of(1, 0, "answer"));
        await a.Settled();
        Assert.Equal(["news", "answer"], a.Sender.Sent);
        Assert.Empty(a.Rows.Rows);
    }

    [Fact]
    public async Task It_waits_in_the_outbox_for_a_later_process_too()
    {
        using var before = new AQueue();
        before.Add(AQueue.Of(1, 0, "where?"));
        await before.Settled();
        await before.Queue.LostAsync(Channel, "id-where?");
        await before.End();
        using var after = new AQueue(before.Rows);
        await AQueue.Until(() => after.Queue.Wrote(AQueue.Lane));
    }

    [Fact]
    public async Task Of_a_question_that_another_one_followed_only_the_words_are_said_again()
    {
        using var a = new AQueue();
        a.Add(AQueue.Of(1, 0, "call 112. where?"));
        a.Add(AQueue.Of(2, 0, "when?"));
        await a.Settled();
        await a.Queue.LostAsync(Channel, "id-call 112. where?");
        Assert.False(a.Queue.Wrote(AQueue.Lane));
        a.Add(AQueue.Of(3, 0, "who?"));
        await a.Settled();
        Assert.Equal(["call 112. where?", "when?", "call 112. where?", "who?"], a.Sender.Sent);
    }

    [Fact]
    public async Task What_is_told_before_the_channel_says_that_it_took_it_is_lost_all_the_same()
    {
        using var a = new AQueue();
        Assert.Null(await a.Queue.LostAsync(Channel, "id-where?"));
        a.Add(AQueue.Of(1, 0, "where?"));
        await a.Settled();
        Assert.True(a.Queue.Wrote(AQueue.Lane));
    }

    [Fact]
    public async Task Told_twice_it_is_held_once_and_after_an_erase_not_at_all()
    {
        using var a = new AQueue();
        a.Add(AQueue.Of(1, 0, "where?"));
        await a.Settled();
        await Task.WhenAll(a.Queue.LostAsync(Channel, "id-where?"), a.Queue.LostAsync(Channel, "id-where?"));
        Assert.Single(a.Rows.Rows);
        a.Add(AQueue.Of(2, 0, "goodbye") with { TakesBack = [] });
        await a.Settled();
        Assert.Empty(a.Rows.Rows);
        a.Add(AQueue.Of(3, 0, "again?"));
        await a.Settled();
        a.Add(AQueue.Of(4, 0, "goodbye!") with { TakesBack = [] });
        await a.Settled();
        Assert.Null(await a.Queue.LostAsync(Channel, "id-again?"));
        Assert.Empty(a.Rows.Rows);
    }
}
