using RemedyBot.Channels.Apps;

namespace RemedyBot.Tests.Channels.Queue;

/// <summary>What was erased is not said after all, wherever it waits.</summary>
public sealed class EraseInTheQueueTests
{
    [Fact]
    public async Task What_is_tried_again_and_again_is_given_up_at_once_and_nothing_stays()
    {
        using var a = new AQueue();
        a.Sender.Answers.Enqueue(new(SendResult.TryAgain, TimeSpan.FromMinutes(5)));
        a.Add(AQueue.Of(1, 0, "secret"));
        var shown = AQueue.Of(1, 2, "shown again");
        a.Queue.Add(await a.Rows.AddAsync(shown, default), shown);
        await AQueue.Until(() => a.Sender.Tries == 1);
        a.Add(AQueue.Of(2, 3, "goodbye") with { TakesBack = ["old"] });
        await a.Settled();
        Assert.Equal(["back:old", "goodbye"], a.Sender.Sent);
        Assert.Empty(a.Rows.Rows);
    }

    [Fact]
    public async Task After_a_restart_only_the_goodbye_is_left()
    {
        var rows = new AnOutbox();
        rows.Rows[1] = AQueue.Of(5, 1, "secret");
        rows.Rows[2] = AQueue.Of(6, 2, "goodbye") with { TakesBack = [] };
        rows.Rows[3] = AQueue.Of(1, 3, "anew");
        using var a = new AQueue(rows);
        await a.Begin();
        await a.Settled();
        Assert.Equal(["goodbye", "anew"], a.Sender.Sent);
        Assert.Empty(rows.Rows);
    }

    [Fact]
    public async Task A_second_erase_does_not_keep_the_first_from_taking_back()
    {
        using var a = new AQueue(begun: false);
        a.Add(AQueue.Of(2, 1, "goodbye") with { TakesBack = ["one"] });
        a.Add(AQueue.Of(1, 2, "anew"));
        a.Add(AQueue.Of(2, 3, "goodbye again") with { TakesBack = ["two"] });
        await a.Begin();
        await a.Settled();
        Assert.Equal(["back:one", "goodbye", "back:two", "goodbye again"], a.Sender.Sent);
    }

    [Fact]
    public async Task What_could_not_be_taken_back_is_tried_until_it_is_and_nobody_waits_for_it()
    {
        using var a = new AQueue(clock: new MovedClock { Haste = 50 });
        foreach (var result in (SendResult[])[SendResult.Uncertain, SendResult.Uncertain, SendResult.TryAgain])
            a.Sender.Backs.Enqueue(new(result) { Left = ["two"] });
        a.Add(AQueue.Of(2, 1, "goodbye") with { TakesBack = ["one", "two"] });
        a.Add(AQueue.Of(1, 2, "anew"));
        await AQueue.Until(() => a.Rows.Rows.IsEmpty);
        await a.Settled();
        Assert.Equal(["back:one two", "goodbye", "back:two", "back:two", "back:two"], a.Sender.Sent.Where(s => s != "anew"));
        Assert.Contains("anew", a.Sender.Sent);
    }

    [Fact]
    public async Task It_is_tried_after_a_restart_too_and_takes_nothing_of_the_next_talk_with_it()
    {
        using var before = new AQueue();
        before.Sender.Backs.Enqueue(new(SendResult.TryAgain, TimeSpan.FromMinutes(5)));
        before.Add(AQueue.Of(2, 1, "goodbye") with { TakesBack = ["old"] });
        before.Sender.Answers.Enqueue(new(SendResult.Sent));
        before.Sender.Answers.Enqueue(new(SendResult.TryAgain, TimeSpan.FromMinutes(5)));
        before.Add(AQueue.Of(1, 2, "anew?"));
        await AQueue.Until(() => before.Sender.Tries == 2);
        await before.End();
        using var after = new AQueue(before.Rows);
        await after.Settled();
        Assert.Equal(["back:old", "anew?"], after.Sender.Sent);
        Assert.Empty(after.Rows.Rows);
    }

    [Fact]
    public async Task A_refusal_ends_it()
    {
        using var a = new AQueue(clock: new MovedClock { Haste = 50 });
        a.Sender.Backs.Enqueue(new(SendResult.TryAgain));
        a.Sender.Backs.Enqueue(new(SendResult.Refused));
        a.Add(AQueue.Of(2, 0, "goodbye") with { TakesBack = ["old"] });
        await AQueue.Until(() => a.Rows.Rows.IsEmpty);
        Assert.Equal(["back:old", "goodbye", "back:old"], a.Sender.Sent);
    }

    [Fact]
    public async Task It_ends_when_its_row_is_swept()
    {
        using var a = new AQueue(clock: new MovedClock { Haste = 50 });
        for (var i = 0; i < 50; i++)
            a.Sender.Backs.Enqueue(new(SendResult.TryAgain));
        a.Add(AQueue.Of(2, 0, "goodbye") with { TakesBack = ["old"] });
        await AQueue.Until(() => a.Sender.Backs.Count <= 47);
        a.Rows.Rows.Clear();
        var left = a.Sender.Backs.Count;
        await Task.Delay(1000);
        Assert.InRange(a.Sender.Backs.Count, left - 1, left);
    }

    [Fact]
    public void Of_many_conversations_the_one_that_was_sent_to_longest_ago_is_forgotten_first()
    {
        var traces = new SentTraces();
        traces.Add("busy", ["0"]);
        for (var i = 0; i < 20_000; i++)
        {
            // Taken and added by each of its turns.
            Assert.Equal([$"{i}"], traces.Take("busy"));
            traces.Add("busy", [$"{i + 1}"]);
            traces.Add($"other {i}", ["x"]);
        }
        Assert.Equal(["20000"], traces.Take("busy"));
        Assert.Empty(traces.Take("other 0"));
        Assert.Equal(["x"], traces.Take("other 19999"));
    }
}
