using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Turns;
using RemedyBot.Tests.Channels.Queue;

namespace RemedyBot.Tests.Channels;

/// <summary>The store fails for a moment, in a turn or right after it.</summary>
public sealed class FailingTurnTests
{
    [Fact]
    public async Task An_answer_goes_though_the_sentence_before_it_could_not_be_kept()
    {
        using var a = new AQueue();
        var answer = AQueue.Of(3, 0, "the next question?");
        a.Rows.Rows[7] = answer;
        var turns = new Queue<ActivityReply>([new(ReplyStatus.Done, 3, answer.Activities) { Push = new(7, answer) }, new(ReplyStatus.Repeated, 3, answer.Activities)]);
        using var http = new HttpClient();
        var parts = new AppParts((_, _, _) => Task.FromResult(turns.Dequeue()), a.Rows, ChannelTable.Empty, (_, key) => key, http, TimeProvider.System, NullLogger.Instance);
        var door = new AppDoor(new("test", new Dictionary<string, string>()), parts, a.Queue, new(TimeProvider.System));
        var captioned = new AppInbound(AQueue.Conversation, "a picture") { Text = "no", Unreadable = true };
        a.Rows.Failures = 1;
        await Assert.ThrowsAsync<IOException>(() => door.TakeAsync(captioned));
        // The app brings it again.
        Assert.Equal(AppTaking.Taken, await door.TakeAsync(captioned));
        await a.Settled();
        Assert.Equal(["the next question?"], a.Sender.Sent);
    }

    [Fact]
    public async Task What_was_sent_before_a_turn_that_failed_is_taken_back_at_an_erase_all_the_same()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(connector.Behind);
        var channel = new AChannel(server, connector) { Channel = "msteams" };
        await channel.Say("hello");
        var before = (await channel.Replies(2)).Count;
        await Emptied(server);
        server.Run("CREATE TRIGGER full BEFORE INSERT ON turn BEGIN SELECT RAISE(ABORT, 'full'); END");
        Assert.Equal(500, (await channel.Say("erase", "again")).Code);
        server.Run("DROP TRIGGER full");
        Assert.Equal(200, (await channel.Say("erase", "again")).Code);
        var asked = (await channel.Replies(before + 1)).Count;
        await Emptied(server);
        await channel.Say("yes");
        await channel.Replies(asked + 2);
        await Emptied(server);
        Assert.Equal(asked, connector.TakenBack.Count);
    }

    private static async Task Emptied(AServer server)
    {
        for (var tried = 0; server.Waiting > 0 && tried < 200; tried++)
            await Task.Delay(20);
    }
}
