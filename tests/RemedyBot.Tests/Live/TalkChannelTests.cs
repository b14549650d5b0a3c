using System.Net.WebSockets;
using System.Text.Json.Nodes;
using RemedyBot.Tests.Channels;

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

    /// <summary>A Direct Line client that polls, or listens.</summary>
    private sealed class ALine(ATalk talk)
    {
        private string _token = "";
        private string _id = "";
        private string _watermark = "";
        private string _stream = "";
        private int _messages;

        public List<JsonNode> Seen { get; } = [];

        public async Task Begin()
        {
            var made = await Send(HttpMethod.Post, "tokens/generate", null);
            _token = made["token"]!.GetValue<string>();
            var begun = await Send(HttpMethod.Post, "conversations", """{"locale":"en"}""");
            (_token, _id, _stream) = (begun["token"]!.GetValue<string>(), begun["conversationId"]!.GetValue<string>(), begun["streamUrl"]!.GetValue<string>());
        }

        public async Task<ClientWebSocket> Stream()
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri(_stream), default);
            return socket;
        }

        /// <summary>What the stream brings, until this text is among it.</summary>
        public async Task<JsonNode> Brought(ClientWebSocket socket, string text)
        {
            while (true)
            {
                // An empty frame says only that the line is alive.
                if (await Line.Frame(socket) is { Length: > 0 } frame)
                    Seen.AddRange(JsonNode.Parse(frame)!["activities"]!.AsArray().OfType<JsonNode>());
                if (Seen.Find(a => Text(a) == text) is { } found)
                    return found;
            }
        }

        public Task<JsonNode> Say(string text) => Send(HttpMethod.Post, $"conversations/{_id}/activities", new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = "me" },
            ["text"] = text,
            ["channelData"] = new JsonObject { ["clientActivityID"] = $"c{++_messages}" },
        }.ToJsonString());

        public async Task Until(Func<IReadOnlyList<JsonNode>, bool> sees)
        {
            for (var tried = 0; ; tried++)
            {
                var set = await Send(HttpMethod.Get, $"conversations/{_id}/activities?watermark={_watermark}", null);
                _watermark = set["watermark"]!.GetValue<string>();
                Seen.AddRange(set["activities"]!.AsArray().OfType<JsonNode>());
                if (sees(Seen))
                    return;
                Assert.True(tried < 200, "The client did not see it.");
                await Task.Delay(50);
            }
        }

        private async Task<JsonNode> Send(HttpMethod method, string path, string? body)
        {
            using var request = new HttpRequestMessage(method, new Uri("/" + Line.Root + path, UriKind.Relative));
            if (body is not null)
                request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            if (_token.Length > 0)
                request.Headers.Add("Authorization", "Bearer " + _token);
            using var answer = await talk.Web.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        }
    }
}
