using System.Text.Json.Nodes;
using RemedyBot.Tests.Channels;

namespace RemedyBot.Tests.Live;

/// <summary>What a worker writes arrives unasked, whatever became of the token and of messages that came twice.</summary>
public sealed class TalkGoesOnTests
{
    private const string Here = "Yes, here I am.";

    [Fact]
    public async Task A_stream_goes_on_with_a_token_that_was_refreshed_and_with_one_that_was_resumed_late()
    {
        await using var talk = await ATalk.Start(change: s => s with { DirectLineTokenLifetime = TimeSpan.FromMinutes(2) });
        var line = new ALine(talk);
        await line.Begin();
        using var socket = await line.Stream();
        var reference = await line.InATalk();
        talk.Clock.Advance(TimeSpan.FromSeconds(100));
        await line.Renew("refresh");
        talk.Clock.Advance(TimeSpan.FromSeconds(40));
        await talk.Act(reference, "say", Here);
        await line.Brought(socket, Here);
        talk.Clock.Advance(TimeSpan.FromSeconds(100));
        // A look with a token that ran out finds nothing, and is not the last.
        await Task.Delay(TimeSpan.FromSeconds(5));
        await line.Renew("resume");
        await talk.Act(reference, "say", "Are you safe?");
        await line.Brought(socket, "Are you safe?");
    }

    [Fact]
    public async Task A_message_that_a_client_sends_twice_silences_no_talk()
    {
        await using var talk = await ATalk.Start();
        var line = new ALine(talk);
        await line.Begin();
        using var socket = await line.Stream();
        var reference = await line.InATalk();
        await line.SayAgain("Is somebody there?");
        await talk.Act(reference, "say", Here);
        await line.Brought(socket, Here);
    }

    [Fact]
    public async Task Nor_does_one_that_a_connector_brings_twice()
    {
        await using var connector = await FakeConnector.Start();
        await using var talk = await ATalk.Start(change: s => s with { ConnectorInsecureLoopback = true });
        string[] words = ["hello", "en", "no", "human", "yes", "Is somebody there?"];
        for (var at = 0; at < words.Length; at++)
        {
            var sent = connector.Calls.Count;
            await Bring(words[at], at);
            // What was typed before it could be read consents to nothing.
            if (at < words.Length - 1)
                await Settled.After(() => connector.Calls.ToArray(), sent, 1);
        }
        var reference = await talk.Waiting();
        await talk.UntilSaid(reference, words[^1]);
        await talk.Act(reference, "accept");
        await Bring(words[^1], words.Length - 1);
        await talk.Act(reference, "say", Here);
        for (var tried = 0; !connector.Calls.Any(c => ((string?)c.Body["text"])?.Contains(Here, StringComparison.Ordinal) is true); tried++)
        {
            Assert.True(tried < 300, "It did not come.");
            await Task.Delay(50);
        }

        async Task Bring(string text, int id)
        {
            var activity = new JsonObject
            {
                ["type"] = "message",
                ["id"] = $"m{id}",
                ["channelId"] = "elsewhere",
                ["serviceUrl"] = connector.ServiceUrl,
                ["conversation"] = new JsonObject { ["id"] = "c1" },
                ["from"] = new JsonObject { ["id"] = "someone" },
                ["recipient"] = new JsonObject { ["id"] = "bot" },
                ["text"] = text,
            };
            using var content = new StringContent(activity.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
            using var answer = await talk.Web.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
            Assert.Equal(200, (int)answer.StatusCode);
        }
    }
}
