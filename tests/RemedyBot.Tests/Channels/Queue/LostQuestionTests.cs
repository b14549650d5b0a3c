using RemedyBot.Channels.Apps;

namespace RemedyBot.Tests.Channels.Queue;

/// <summary>What could not be brought to a person: kept for them, and no question that they can have answered.</summary>
public sealed class LostQuestionTests
{
    private static readonly Sending No = new(SendResult.Refused);

    [Fact]
    public async Task Words_after_a_question_that_was_lost_are_no_answer_and_what_was_lost_goes_before_the_next()
    {
        using var a = new AQueue();
        a.Sender.Answers.Enqueue(No);
        a.Sender.Answers.Enqueue(No);
        a.Add(AQueue.Of(1, 0, "words of a human", "may we?"));
        await a.Settled();
        Assert.Empty(a.Sender.Sent);
        Assert.Single(a.Rows.Rows);
        Assert.True(a.Queue.Wrote(AQueue.Lane));
        // Still so where the turn did not come about and the app sends it again.
        Assert.True(a.Queue.Wrote(AQueue.Lane));
        a.Add(AQueue.Of(2, 0, "may we?"));
        await a.Settled();
        Assert.Equal(["words of a human", "may we?"], a.Sender.Sent);
        Assert.False(a.Queue.Wrote(AQueue.Lane));
        Assert.Empty(a.Rows.Rows);
    }

    [Fact]
    public async Task What_is_not_asked_makes_no_answer_wrong()
    {
        using var a = new AQueue();
        a.Sender.Answers.Enqueue(No);
        a.Add(AQueue.Of(1, 0, "only told", "which?"));
        await a.Settled();
        Assert.Equal(["which?"], a.Sender.Sent);
        Assert.False(a.Queue.Wrote(AQueue.Lane));
    }

    [Fact]
    public async Task A_later_question_that_arrived_may_be_answered_and_what_was_lost_waits_for_the_person()
    {
        using var a = new AQueue();
        a.Sender.Answers.Enqueue(No);
        a.Add(AQueue.Of(1, 0, "first?"));
        await a.Settled();
        a.Add(AQueue.Of(2, 0, "second?"));
        await a.Settled();
        Assert.Equal(["second?"], a.Sender.Sent);
        Assert.False(a.Queue.Wrote(AQueue.Lane));
        a.Add(AQueue.Of(3, 0, "third?"));
        await a.Settled();
        Assert.Equal(["second?", "first?", "third?"], a.Sender.Sent);
    }

    [Fact]
    public async Task It_is_known_after_a_restart_and_not_tried_by_itself()
    {
        using var before = new AQueue();
        before.Sender.Answers.Enqueue(No);
        before.Add(AQueue.Of(1, 0, "may we?"));
        await before.Settled();
        await before.End();
        using var after = new AQueue(before.Rows);
        await Task.Delay(50);
        Assert.Equal(0, after.Sender.Tries);
        Assert.True(after.Queue.Wrote(AQueue.Lane));
    }

    [Theory]
    [InlineData("may we?")]
    [InlineData("told first", "may we?")]
    public async Task What_is_tried_again_has_asked_nothing_yet(params string[] texts)
    {
        using var a = new AQueue();
        a.Sender.Answers.Enqueue(new(SendResult.TryAgain, TimeSpan.FromSeconds(1)));
        a.Add(AQueue.Of(1, 0, texts));
        Assert.False(a.Queue.Wrote(AQueue.Lane));
        await AQueue.Until(() => a.Queue.Failing == 1);
        Assert.True(a.Queue.Wrote(AQueue.Lane));
        await a.Settled();
        Assert.False(a.Queue.Wrote(AQueue.Lane));
        Assert.Equal(texts, a.Sender.Sent);
    }

    [Fact]
    public async Task A_question_is_on_its_way_until_its_channel_has_taken_it()
    {
        using var a = new AQueue();
        a.Sender.Hold = new();
        a.Add(AQueue.Of(1, 0, "only told"));
        Assert.False(a.Queue.IsAsking(AQueue.Lane));
        a.Add(AQueue.Of(2, 0, "may we?"));
        Assert.True(a.Queue.IsAsking(AQueue.Lane));
        Assert.False(a.Queue.Wrote(AQueue.Lane));
        a.Sender.Hold.SetResult();
        await a.Settled();
        Assert.False(a.Queue.IsAsking(AQueue.Lane));
    }

    [Fact]
    public async Task A_question_that_arrived_may_be_answered_though_its_row_does_not_go()
    {
        using var a = new AQueue();
        a.Sender.Answers.Enqueue(new(SendResult.TryAgain, TimeSpan.FromMilliseconds(50)));
        a.Rows.Failures = 1;
        a.Add(AQueue.Of(1, 0, "may we?"));
        await AQueue.Until(() => a.Rows.Failures == 0);
        Assert.Equal(1, a.Queue.Waiting);
        Assert.False(a.Queue.Wrote(AQueue.Lane));
        await a.Settled();
    }

    [Fact]
    public async Task Of_what_an_earlier_process_left_nobody_knows_that_it_arrived()
    {
        var rows = new AnOutbox();
        rows.Rows[1] = AQueue.Of(1, 0, "may we?");
        using var a = new AQueue(rows, begun: false);
        a.Sender.Hold = new();
        await a.Begin();
        await AQueue.Until(() => a.Sender.Tries == 1);
        Assert.True(a.Queue.Wrote(AQueue.Lane));
        a.Sender.Hold.SetResult();
        await a.Settled();
        Assert.False(a.Queue.Wrote(AQueue.Lane));
    }

    [Fact]
    public async Task What_was_lost_and_is_shown_again_is_not_answered_before_it_arrives()
    {
        using var a = new AQueue();
        a.Sender.Answers.Enqueue(No);
        a.Add(AQueue.Of(1, 0, "may we?"));
        await a.Settled();
        Assert.True(a.Queue.Wrote(AQueue.Lane));
        a.Sender.Hold = new();
        a.Add(AQueue.Of(2, 0, "may we?"));
        await AQueue.Until(() => a.Sender.Tries == 2);
        Assert.True(a.Queue.Wrote(AQueue.Lane));
        a.Sender.Hold.SetResult();
        await a.Settled();
        Assert.Equal(["may we?"], a.Sender.Sent);
    }

    [Fact]
    public async Task What_was_lost_an_hour_ago_outlives_what_was_lost_a_day_ago()
    {
        var clock = new MovedClock();
        using var a = new AQueue(clock: clock);
        a.Sender.Answers.Enqueue(No);
        a.Add(AQueue.Of(1, 0, "a?"));
        await a.Settled();
        clock.Advance(TimeSpan.FromHours(23));
        a.Sender.Answers.Enqueue(No);
        a.Add(AQueue.Of(2, 0, "b?"));
        await a.Settled();
        clock.Advance(TimeSpan.FromHours(2));
        Assert.True(a.Queue.Wrote(AQueue.Lane));
        a.Add(AQueue.Of(3, 0, "c?"));
        await a.Settled();
        Assert.Equal(["b?", "c?"], a.Sender.Sent);
    }

    [Fact]
    public async Task An_erase_takes_it_too()
    {
        using var a = new AQueue();
        a.Sender.Answers.Enqueue(No);
        a.Add(AQueue.Of(1, 0, "may we?"));
        await a.Settled();
        a.Add(AQueue.Of(2, 0, "goodbye") with { TakesBack = [] });
        await a.Settled();
        Assert.Equal(["goodbye"], a.Sender.Sent);
        Assert.Empty(a.Rows.Rows);
        Assert.False(a.Queue.Wrote(AQueue.Lane));
    }

    [Fact]
    public async Task What_nobody_knows_the_fate_of_is_tried_once_more_and_then_kept()
    {
        using var a = new AQueue();
        a.Sender.Throws = true;
        a.Add(AQueue.Of(1, 0, "may we?"));
        await a.Settled();
        Assert.Equal(2, a.Sender.Tries);
        Assert.True(a.Queue.Wrote(AQueue.Lane));
    }

    [Fact]
    public async Task A_question_that_waits_untried_is_asked_once()
    {
        using var a = new AQueue();
        a.Sender.Hold = new();
        a.Add(AQueue.Of(1, 0, "welcome", "may we?"));
        await AQueue.Until(() => a.Sender.Tries == 1);
        a.Add(AQueue.Of(2, 0, "may we?"));
        a.Add(AQueue.Of(3, 0, "help comes first", "may we?"));
        a.Add(AQueue.Of(4, 0, "where?"));
        a.Add(AQueue.Of(5, 0, "may we?"));
        a.Sender.Hold.SetResult();
        await a.Settled();
        Assert.Equal(["welcome", "may we?", "help comes first", "where?", "may we?"], a.Sender.Sent);
        Assert.Empty(a.Rows.Rows);
    }
}
