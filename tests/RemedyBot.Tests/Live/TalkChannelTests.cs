using System.Text.Json.Nodes;
using RemedyBot.Tests.Channels;
using RemedyBot.Tests.Channels.Queue;

namespace RemedyBot.Tests.Live;

/// <summary>The same talk where the page is not ours: Direct Line, and a channel behind the Connector.</summary>
public sealed class TalkChannelTests
{
    [Fact]
    public async Task A_direct_line_client_sees_a_human_marked_as_one_and_no_routing()
    {
        await using var talk = await ATalk.Start();
        var line = new ALine(talk);
        await line.Begin();
        await line.Say("no");
        await line.Say("human");
        await line.Say("yes");
        await line.Say("Is somebody there?");
        var reference = await talk.Waiting();
        await talk.Act(reference, "accept");
        await talk.Act(reference, "say", "Yes, here I am.");
        await line.Until(seen => seen.Any(a => Text(a) == "Yes, here I am."));
        var human = line.Seen.Single(a => Text(a) == "Yes, here I am.");
        Assert.Equal("bot", human["from"]!["role"]!.GetValue<string>());
        Assert.StartsWith("agent-", human["from"]!["id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("human", human["channelData"]!["remedybot"]!["author"]!.GetValue<string>());
        Assert.DoesNotContain(line.Seen, a => a["name"]?.GetValue<string>() == "handoff.initiate");
        Assert.DoesNotContain("topicCode", string.Concat(line.Seen.Select(a => a.ToJsonString())), StringComparison.Ordinal);
        await talk.Act(reference, "end");
        await line.Until(seen => seen.Any(a => Text(a)?.Contains("has ended the talk", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task An_open_stream_brings_what_the_worker_writes_unasked()
    {
        await using var talk = await ATalk.Start();
        var line = new ALine(talk);
        await line.Begin();
        using var socket = await line.Stream();
        await line.Say("no");
        await line.Say("human");
        await line.Say("yes");
        await line.Say("Is somebody there?");
        var reference = await talk.Waiting();
        await talk.Act(reference, "accept");
        await talk.Act(reference, "say", "Yes, here I am.");
        var human = await line.Brought(socket, "Yes, here I am.");
        Assert.Equal("human", human["channelData"]!["remedybot"]!["author"]!.GetValue<string>());
        Assert.Single(line.Seen, a => Text(a) == "Yes, here I am.");
    }

    [Fact]
    public async Task In_a_messaging_app_each_line_of_the_worker_comes_once_and_none_after_the_end()
    {
        await using var telegram = await FakeTelegram.Start();
        await using var talk = await ATalk.Start(change: telegram.Behind);
        var chat = new AChat(telegram);
        foreach (var text in (string[])["hello", "en", "no", "human", "yes"])
            await chat.Say(text);
        telegram.Bring(chat.Words("Is somebody there?"));
        var reference = await talk.Waiting();
        await talk.UntilSaid(reference, "Is somebody there?");
        await talk.Act(reference, "accept");
        await talk.Act(reference, "say", "Yes, here I am.");
        await Sent("Yes, here I am.");
        await talk.Act(reference, "say", "Are you safe?");
        await Sent("Are you safe?");
        await talk.Act(reference, "end");
        await Sent("has ended the talk");

        // A line that is written afterwards is a letter: it waits in the mailbox and goes into no app by itself.
        await talk.Act(reference, "say", "One more thing.");
        var count = chat.Sent.Count;
        await Task.Delay(TimeSpan.FromSeconds(5));
        Assert.Equal(count, chat.Sent.Count);
        Assert.All(["Yes, here I am.", "Are you safe?", "has ended the talk"], words => Assert.Single(chat.Sent, m => Said(m, words)));

        static bool Said(JsonObject message, string words) => ((string)message["text"]!).Contains(words, StringComparison.Ordinal);

        async Task Sent(string words)
        {
            for (var tried = 0; !chat.Sent.Any(m => Said(m, words)); tried++)
            {
                Assert.True(tried < 600, words + " did not come.");
                await Task.Delay(50);
            }
        }
    }

    [Fact]
    public async Task A_button_under_the_question_that_stands_answers_at_the_first_tap_whatever_was_said_since()
    {
        await using var telegram = await FakeTelegram.Start();
        await using var talk = await ATalk.Start(change: telegram.Behind);
        var chat = new AChat(telegram);
        foreach (var text in (string[])["hello", "en", "no", "human", "yes"])
            await chat.Say(text);
        var (danger, standing) = (chat.Sent.First(m => AChat.Titles(m).Contains("Yes")), chat.Sent.Last(m => AChat.Titles(m).Count > 0));
        telegram.Bring(chat.Words("Is somebody there?"));
        var reference = await talk.Waiting();
        await talk.UntilSaid(reference, "Is somebody there?");
        await talk.Act(reference, "accept");
        foreach (var line in (string[])["Yes, here I am.", "Are you safe?"])
        {
            await talk.Act(reference, "say", line);
            await AQueue.Until(() => AChat.Text(chat.Sent).Contains(line, StringComparison.Ordinal));
        }

        // A question that was answered stays so: its button shows the one that stands.
        Assert.Equal((string)standing["text"]!, (string)(await chat.Bring(chat.TapOn("No", danger)))[^1]["text"]!);
        Assert.Contains("You have ended the talk", AChat.Text(await chat.Bring(chat.TapOn("End this talk", standing))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_from_anywhere_is_answered_200_and_only_a_named_hub_can_end_a_talk()
    {
        await using var talk = await ATalk.Start(change: s => s with { ConnectorInsecureLoopback = true, ConnectorHub = "hub" });
        foreach (var (channel, state) in new[] { ("hub", "\"completed\""), ("elsewhere", "\"Accepted\""), ("hub", "42"), ("hub", "{\"x\":[]}"), ("hub", "null") })
            Assert.Equal(200, await Status(talk, channel, "unknown", state));
        await Post(talk, "elsewhere", "c1", "message", "no");
        await Post(talk, "elsewhere", "c1", "message", "no");
        await Post(talk, "elsewhere", "c1", "message", "human");
        await Post(talk, "elsewhere", "c1", "message", "yes");
        var reference = await talk.Waiting();
        Assert.Equal(200, await Status(talk, "elsewhere", "c1", "\"completed\""));
        Assert.Contains("Waiting", await talk.See("/desk/talks/" + reference), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_named_hub_ends_a_talk_in_any_letter_case_and_again_without_harm()
    {
        await using var talk = await ATalk.Start(change: s => s with { ConnectorInsecureLoopback = true, ConnectorHub = "hub" });
        await Post(talk, "hub", "c1", "message", "no");
        await Post(talk, "hub", "c1", "message", "no");
        await Post(talk, "hub", "c1", "message", "human");
        await Post(talk, "hub", "c1", "message", "yes");
        await talk.Waiting();
        Assert.Equal(200, await Status(talk, "hub", "c1", "\"COMPLETED\""));
        Assert.Equal(200, await Status(talk, "hub", "c1", "\"failed\""));
        await talk.Until("/desk/talks", html => html.Contains("Nobody is waiting", StringComparison.Ordinal));
    }

    private static string? Text(JsonNode activity) => activity["text"]?.GetValue<string>();

    private static Task<int> Status(ATalk talk, string channel, string conversation, string state) =>
        Post(talk, channel, conversation, "event", null, $$"""{"state":{{state}},"message":{"any":"thing"} }""");

    private static async Task<int> Post(ATalk talk, string channel, string conversation, string type, string? text, string? value = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = Guid.NewGuid().ToString("N"),
            ["channelId"] = channel,
            ["serviceUrl"] = "http://127.0.0.1:1/",
            ["conversation"] = new JsonObject { ["id"] = conversation },
            ["from"] = new JsonObject { ["id"] = "someone" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["deliveryMode"] = "expectReplies",
            ["locale"] = "en",
        };
        if (text is not null)
            activity["text"] = text;
        if (value is not null)
            (activity["name"], activity["value"]) = ("handoff.status", JsonNode.Parse(value));
        using var content = new StringContent(activity.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var answer = await talk.Web.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        return (int)answer.StatusCode;
    }
}
