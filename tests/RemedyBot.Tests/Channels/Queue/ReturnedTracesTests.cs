using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Connector;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Tests.Channels.Queue;

/// <summary>Ids that were taken for a turn which came to nothing are older than what was sent meanwhile.</summary>
public sealed class ReturnedTracesTests
{
    [Fact]
    public async Task They_stand_before_what_was_sent_since()
    {
        using var a = new AQueue();
        a.Add(AQueue.Of(1, 0, "a"));
        await a.Settled();
        var taken = a.Queue.TakeSent(AQueue.Lane);
        a.Add(AQueue.Of(2, 0, "b"));
        await a.Settled();
        a.Queue.ReturnSent(AQueue.Lane, taken);
        Assert.Equal(["id-a", "id-b"], a.Queue.TakeSent(AQueue.Lane));
    }

    [Fact]
    public void Of_too_many_the_oldest_go()
    {
        var traces = new SentTraces();
        traces.Add("lane", Enumerable.Range(100, 60).Select(i => $"{i}"));
        traces.Return("lane", [.. Enumerable.Range(40, 60).Select(i => $"{i}")]);
        traces.Add("lane", ["160"]);
        Assert.Equal(Enumerable.Range(61, 100).Select(i => $"{i}"), traces.Take("lane"));
    }

    [Fact]
    public async Task A_tick_changes_the_question_though_a_repeat_came_while_it_was_on_its_way()
    {
        using var a = new AQueue();
        using var http = new HttpClient();
        var repeat = new Activity { Type = ActivityTypes.Message, Id = "1", ChannelId = "msteams", ServiceUrl = "http://127.0.0.1:1/", Conversation = new() { Id = AQueue.Conversation }, From = new() { Id = "person" }, Text = "help" };
        Parcel Of(int turn, string text) => AQueue.Of(turn, 0, text) with { ChannelId = "msteams" };
        var ticked = new List<string?>();
        ActivityTurn turn = async (inbound, _, _) =>
        {
            ticked.Add(inbound.ReplyToId);
            if (ticked.Count == 1)
            {
                a.Add(Of(2, "question?"));
                await a.Settled();
            }
            return new(ReplyStatus.Repeated, 1, []);
        };
        var door = new ConnectorDoor(new(new(), turn, a.Rows, a.Queue, http, TimeProvider.System) { Table = AServer.Content.Channels, Text = (_, key) => key });
        a.Add(Of(1, "help"));
        await a.Settled();
        await door.TakeAsync(repeat, insecure: true, push: true, stays: false);
        await door.TakeAsync(repeat with { Id = "2", Text = "+x" }, insecure: true, push: true, stays: false);
        Assert.Equal([null, "id-question?"], ticked);
    }
}
