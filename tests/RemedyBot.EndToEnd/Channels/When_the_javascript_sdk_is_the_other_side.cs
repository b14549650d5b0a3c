using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>`botbuilder` writes what we read; it and the Agents SDK read what we write.</summary>
[Collection(PageScenarios.Name)]
public sealed class When_the_javascript_sdk_is_the_other_side
{
    [Fact]
    public async Task Its_activities_are_answered_and_our_answers_are_read()
    {
        await using var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["connector:insecureLoopback"] = "true" });
        await using var sdk = await NodeProgram.Start("connector.mjs");
        var made = await sdk.Ask(new JsonObject { ["do"] = "make", ["conversation"] = "c-1", ["serviceUrl"] = "http://127.0.0.1:9/", ["channelId"] = "emulator" });
        var greeting = await Post(server, made["update"]!);
        Assert.Equal("language/language", (string?)greeting[^1]!["channelData"]!["remedybot"]!["step"]);
        Assert.Empty(await Post(server, made["status"]!));
        var answers = new List<JsonNode>(greeting);
        foreach (var text in (string[])["en", "no", "no", "adult", "abuse.threat", "enough"])
        {
            var message = made["message"]!.DeepClone();
            message["text"] = text;
            message["id"] = "m-" + text;
            answers.AddRange(await Post(server, message));
        }

        Assert.Contains(answers, a => (string?)a["channelData"]!["remedybot"]!["kind"] == "review");
        foreach (var answer in answers)
        {
            Assert.Null((await sdk.Ask(new JsonObject { ["do"] = "read", ["activity"] = answer.DeepClone() }))["wrong"]);
            var turned = (await sdk.Ask(new JsonObject { ["do"] = "turn", ["activity"] = answer.DeepClone() }))["activity"]!;
            Assert.Equal((string?)answer["text"], (string?)turned["text"]);
            Assert.True(JsonNode.DeepEquals(answer["channelData"], turned["channelData"]));
        }
    }

    [Fact]
    public async Task Its_own_client_drives_our_endpoint_through_a_conversation()
    {
        await using var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["connector:insecureLoopback"] = "true" });
        await using var sdk = await NodeProgram.Start("connector.mjs");
        var service = new Uri("http://127.0.0.1:9/");
        async Task<JsonNode> Driven(string text, int id)
        {
            // Its client puts the conversation and the address in itself.
            var activity = Message(service, "somebody's own", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            (activity["text"], activity["deliveryMode"]) = (text, "expectReplies");
            var answer = await sdk.Ask(new JsonObject { ["do"] = "post", ["bot"] = new Uri(server.Root, "api/messages").ToString(), ["conversation"] = "driven", ["serviceUrl"] = service.ToString(), ["activity"] = activity });
            Assert.Equal(200, (int)answer["status"]!);
            var replies = answer["body"]!["activities"]!.AsArray().OfType<JsonNode>().ToList();
            Assert.All(replies, r => Assert.Equal("driven", (string?)r["conversation"]!["id"]));
            return replies[^1]["channelData"]!["remedybot"]!;
        }
        var asked = new List<string>();
        foreach (var (text, id) in ((string[])["hello", "en", "no", "no", "adult", "abuse.threat", "enough"]).Select((t, i) => (t, i)))
            asked.Add((string)(await Driven(text, id))["kind"]!);
        Assert.Equal("review", asked[^1]);
        Assert.True(asked.Distinct().Count() > 3);
    }

    [Theory]
    [InlineData("a plain one", "1")]
    [InlineData("19:one|two/three@thread", "a/b|c%20d")]
    [InlineData("ünï ç?x=1#2", "1+2&3")]
    public async Task Our_replies_go_to_the_address_that_the_sdk_would_choose(string conversation, string id)
    {
        await using var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["connector:insecureLoopback"] = "true" });
        await using var peer = await NodeProgram.Start("cloudbot.mjs");
        var root = await Root(peer);
        using var http = new HttpClient();
        var asked = new List<(string Address, JsonNode Activity)>();
        foreach (var bot in (Uri[])[new(root, "api/messages"), new(server.Root, "api/messages")])
        {
            using var taken = await http.PostAsync(bot, Json(Message(root, conversation, id)));
            Assert.True((int)taken.StatusCode is 200 or 201 or 202, taken.StatusCode.ToString());
            var call = await peer.Next(line => line["asked"] is not null);
            asked.Add(((string)call["asked"]!, call["activity"]!.DeepClone()));
        }
        Assert.Equal(asked[0].Address, asked[1].Address);
        foreach (var field in (string[])["channelId", "conversation", "replyToId", "serviceUrl", "type"])
            Assert.Equal(asked[0].Activity[field]?.ToJsonString(), asked[1].Activity[field]?.ToJsonString());
        foreach (var account in (string[])["from", "recipient"])
            Assert.Equal((string?)asked[0].Activity[account]!["id"], (string?)asked[1].Activity[account]!["id"]);
    }

    [Theory]
    [InlineData("invoke", "unknown")]
    [InlineData("event", "handoff.status")]
    [InlineData("", "")]
    [InlineData("expectReplies", "hello")]
    public async Task What_is_no_message_gets_the_status_that_the_sdk_gives(string kind, string name)
    {
        await using var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["connector:insecureLoopback"] = "true" });
        await using var peer = await NodeProgram.Start("cloudbot.mjs");
        var root = await Root(peer);
        var activity = Message(root, "c-1", "1");
        if (kind is "expectReplies")
            activity["deliveryMode"] = kind;
        else
            (activity["type"], activity["name"]) = (kind, name);
        using var http = new HttpClient();
        var answers = new List<(int Status, JsonNode? Body)>();
        foreach (var bot in (Uri[])[new(root, "api/messages"), new(server.Root, "api/messages")])
        {
            using var taken = await http.PostAsync(bot, Json(activity));
            var text = await taken.Content.ReadAsStringAsync();
            answers.Add(((int)taken.StatusCode, kind is "expectReplies" ? JsonNode.Parse(text) : null));
        }
        Assert.Equal(answers[0].Status, answers[1].Status);
        if (kind is "expectReplies")
            Assert.All(answers, a => Assert.Equal("person", (string?)a.Body!["activities"]![0]!["recipient"]!["id"]));
    }

    [Fact]
    public async Task A_handoff_that_the_sdk_begins_is_taken_and_told_to_nobody()
    {
        await using var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["connector:insecureLoopback"] = "true" });
        await using var peer = await NodeProgram.Start("cloudbot.mjs");
        var root = await Root(peer);
        using var http = new HttpClient();
        using var made = await http.PostAsync(new Uri(root, "handoff"), Json(new JsonObject { ["activity"] = Message(root, "c-1", "1") }));
        var begun = JsonNode.Parse(await made.Content.ReadAsStringAsync())!.AsObject();
        Assert.Equal("handoff.initiate", (string?)begun["name"]);
        foreach (var (field, value) in Message(root, "c-1", "2"))
            if (field is not ("type" or "text"))
                begun[field] = value?.DeepClone();
        Assert.Empty(await Post(server, begun));
    }

    [Fact]
    public async Task Behind_the_fields_emulator_a_client_gets_through_the_first_questions()
    {
        await using var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["connector:insecureLoopback"] = "true" });
        await using var emulator = await NodeProgram.Start("offline.mjs", new Uri(server.Root, "api/messages").ToString());
        var root = await Root(emulator);
        await using var line = await DirectLineJs.Start(new(root, "directline"), "none", sockets: false);
        // It tells of no member that joined, so the first word is the person's.
        Assert.Equal("language/language", (string?)(await line.Say("hello"))["step"]);
        Assert.Equal("safety/danger", (string?)(await line.Say("en"))["step"]);
        Assert.Equal("safety/device", (string?)(await line.Say("no"))["step"]);
    }

    private static async Task<Uri> Root(NodeProgram program) => new($"http://127.0.0.1:{(int)(await program.Next(line => line["port"] is not null))["port"]!}/");

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private static JsonObject Message(Uri service, string conversation, string id) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["channelId"] = "emulator",
        ["serviceUrl"] = service.ToString(),
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["from"] = new JsonObject { ["id"] = "person" },
        ["recipient"] = new JsonObject { ["id"] = "the-bot" },
        ["text"] = "hello",
    };

    private static async Task<IReadOnlyList<JsonNode>> Post(ServerProcess server, JsonNode activity)
    {
        var asked = activity.DeepClone();
        asked["deliveryMode"] = "expectReplies";
        using var answer = await server.Client.PostAsync("api/messages", new StringContent(asked.ToJsonString(), Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonNode>())!["activities"]!.AsArray().OfType<JsonNode>()];
    }
}
