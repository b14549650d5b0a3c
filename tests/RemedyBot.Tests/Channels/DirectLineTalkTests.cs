using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>Part two: echoes, order, what comes again and what never does.</summary>
public sealed class DirectLineTalkTests(AServer server) : IClassFixture<AServer>
{
    [Fact]
    [Trait("Checklist", "11")]
    [Trait("Checklist", "15")]
    public async Task A_message_comes_back_to_its_sender_with_what_the_client_finds_it_by()
    {
        var line = await Line.Begun(server);
        using var socket = await line.Open();
        await Line.Set(socket);
        var sent = new JsonObject
        {
            ["type"] = "message",
            ["text"] = "no",
            ["from"] = new JsonObject { ["id"] = "me", ["name"] = "", ["role"] = "user" },
            ["channelData"] = new JsonObject { ["clientActivityID"] = "abc", ["postBack"] = true, ["messageBack"] = new JsonObject { ["displayText"] = "No" }, ["more"] = new JsonArray(1, null) },
        };
        var answer = await line.Post(sent.DeepClone());
        var echo = (await Line.Set(socket))[0];
        Assert.Equal(answer.Text("id"), (string?)echo["id"]);
        Assert.True(JsonNode.DeepEquals(sent["channelData"], echo["channelData"]));
        Assert.Equal("user", (string?)echo["from"]!["role"]);
        Assert.StartsWith("dl_", (string)echo["from"]!["id"]!, StringComparison.Ordinal);
        Assert.Equal("no", (string?)echo["text"]);
        Assert.NotNull(echo["timestamp"]);
    }

    [Fact]
    [Trait("Checklist", "16")]
    public async Task Times_never_run_backwards_and_no_answer_stands_before_its_question()
    {
        var line = await Line.Begun(server);
        List<JsonNode> seen = [.. (await line.Read()).Activities];
        foreach (var text in (string[])["no", "no", "enough"])
        {
            await line.Say(text);
            seen.AddRange(await line.Poll());
        }
        Assert.Equal(seen.Select(a => (string)a["timestamp"]!).Order(StringComparer.Ordinal), seen.Select(a => (string)a["timestamp"]!));
        Assert.Equal(seen.Select(a => (string)a["id"]!).Order(StringComparer.Ordinal), seen.Select(a => (string)a["id"]!));
    }

    [Fact]
    [Trait("Checklist", "17")]
    public async Task Answers_name_the_message_they_answer_and_a_greeting_names_none()
    {
        var line = new Line(server);
        await line.Generate();
        await line.Start("en");
        Assert.All(await line.Poll(), a => Assert.Null(a["replyToId"]));
        var id = (await line.Say("no")).Text("id");
        var answered = await line.Poll();
        Assert.Equal(id, (string?)answered[0]["id"]);
        Assert.All(answered.Skip(1), a => Assert.Equal(id, (string?)a["replyToId"]));
    }

    [Theory]
    [Trait("Checklist", "18")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("nonsense")]
    [InlineData("999999999")]
    [InlineData("99999999999999999999999999")]
    public async Task A_watermark_that_says_nothing_replays_from_the_start(string? watermark)
    {
        var line = await Line.Begun(server);
        await line.Say("no");
        var all = await line.Read(watermark);
        Assert.Equal(200, all.Code);
        Assert.Equal("welcome/program", (string?)all.Activities[0]["channelData"]!["remedybot"]!["step"]);
        Assert.Equal("safety/device", (string?)Line.Asked(all.Activities)["step"]);
    }

    [Fact]
    public async Task Nothing_new_is_an_empty_list_with_the_same_watermark()
    {
        var line = await Line.Begun(server);
        var before = line.Watermark;
        Assert.Empty(await line.Poll());
        Assert.Equal(before, line.Watermark);
    }

    [Fact]
    [Trait("Checklist", "19")]
    public async Task A_poll_a_replay_and_a_stream_give_the_same_ids()
    {
        var line = await Line.Begun(server);
        using var socket = await line.Open();
        var live = new List<JsonNode>(await Line.Set(socket));
        await line.Say("no");
        live.AddRange(await Line.Set(socket));
        var replayed = (await line.Read()).Activities;
        var polled = (await line.Read("1001")).Activities;
        Assert.Equal(live.Select(a => (string)a["id"]!), replayed.Select(a => (string)a["id"]!));
        Assert.Equal(replayed.Skip(1).Select(a => (string)a["id"]!), polled.Select(a => (string)a["id"]!));
        Assert.Equal(live.Select(a => (string?)a["text"]), replayed.Select(a => (string?)a["text"]));
    }

    [Fact]
    public async Task What_is_replayed_keeps_what_the_client_finds_its_message_by_and_nothing_else_of_it()
    {
        var line = await Line.Begun(server);
        await line.Post("""{"type":"message","text":"no","localTimezone":"Africa/Cairo","secretField":"canary","channelData":{"clientActivityID":"abc","other":"canary"}}""");
        var echo = (await line.Poll())[0];
        Assert.Equal("abc", (string?)echo["channelData"]!["clientActivityID"]);
        Assert.Equal("No", (string?)echo["channelData"]!["messageBack"]!["displayText"]);
        Assert.DoesNotContain("canary", echo.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Cairo", echo.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Checklist", "21")]
    public async Task A_start_that_comes_again_is_the_same_conversation()
    {
        var line = new Line(server);
        await line.Generate();
        var token = line.Token;
        var first = await line.Start("en");
        var second = await line.Start("en", token);
        Assert.Equal((201, 200), (first.Code, second.Code));
        Assert.Equal(first.Text("conversationId"), second.Text("conversationId"));
        Assert.Equal(1, (await line.Read()).Activities.Count(a => (string?)a["channelData"]!["remedybot"]!["step"] == "welcome/program"));
    }

    [Fact]
    [Trait("Checklist", "21")]
    public async Task A_message_that_comes_again_counts_once()
    {
        var line = await Line.Begun(server);
        var first = await line.Say("no", "same");
        var again = await line.Say("no", "same");
        Assert.Equal(first.Text("id"), again.Text("id"));
        Assert.Equal("safety/device", (string?)Line.Asked(await line.Poll())["step"]);
    }

    [Fact]
    public async Task An_id_that_comes_with_other_words_changes_nothing_and_gets_the_first_id()
    {
        var line = await Line.Begun(server);
        var first = await line.Say("no", "same");
        var other = await line.Say("yes", "same");
        Assert.Equal((200, first.Text("id")), (other.Code, other.Text("id")));
        Assert.Equal("safety/device", (string?)Line.Asked(await line.Poll())["step"]);
    }

    [Fact]
    public async Task An_id_that_the_client_set_counts_where_there_is_no_other()
    {
        var line = await Line.Begun(server);
        var first = await line.Post("""{"type":"message","id":"mine","text":"no"}""");
        var again = await line.Post("""{"type":"message","id":"mine","text":"no"}""");
        Assert.Equal(first.Text("id"), again.Text("id"));
    }

    [Fact]
    public async Task Many_messages_at_once_are_taken_one_after_the_other_and_reach_a_socket_in_order()
    {
        var line = await Line.Begun(server);
        using var socket = await line.Open();
        await Line.Set(socket);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => line.Say("so-far")));
        var ids = new List<string>();
        for (var set = 0; set < 12; set++)
            ids.AddRange((await Line.Set(socket)).Select(a => (string)a["id"]!));
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task A_client_that_ends_it_leaves_nothing_and_can_read_the_end_for_ten_minutes()
    {
        var line = await Line.Begun(server);
        await line.Say("no");
        await line.Poll();
        var rows = server.Rows;
        Assert.Equal(200, (await line.Post("""{"type":"endOfConversation","code":"userCancelled"}""")).Code);
        Assert.True(server.Rows < rows);
        var end = await line.Poll();
        Assert.Contains(end, a => (string?)a["channelData"]?["remedybot"]?["kind"] == "end");
        Assert.Contains(end, a => (string?)a["name"] == "remedybot.conversation.ended");
        var late = await line.Say("hello");
        Assert.Equal((400, "ConversationEnded"), (late.Code, late.Error));
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await line.Read()).Code);
    }

    [Fact]
    public async Task An_erased_conversation_has_never_been_whichever_way_it_is_asked_for()
    {
        var line = await Line.Begun(server);
        using var socket = await line.Open();
        await Line.Set(socket);
        await line.Say("no");
        await Line.Set(socket);
        await line.Say("erase");
        await Line.Set(socket);
        await line.Say("yes");
        var last = await Line.Set(socket);
        Assert.Equal("remedybot.conversation.erased", (string?)last[^1]["name"]);
        Assert.Equal("closed", await Line.Frame(socket));
        List<int> codes =
        [
            (await line.Read()).Code, (await line.Reconnect()).Code, (await line.Say("hello")).Code,
            (await line.Send(HttpMethod.Post, "tokens/refresh")).Code, (await line.Post("""{"type":"typing"}""")).Code,
        ];
        Assert.All(codes, code => Assert.Equal(404, code));
        Assert.Equal(404, (await line.Start("en")).Code);
    }

    [Fact]
    public async Task The_case_code_is_told_once_and_no_replay_shows_it()
    {
        var line = await Line.Begun(server);
        foreach (var text in (string[])["no", "no", "adult", "abuse.threat", "stop"])
            await line.Say(text);
        await line.Poll();
        await line.Say("yes");
        var shown = await line.Poll();
        var code = (string)Line.Asked(shown)["code"]!;
        Assert.Equal(25, code.Count(char.IsDigit));
        Assert.DoesNotContain(code, (await line.Read()).Body, StringComparison.Ordinal);
        using var socket = await line.Open();
        Assert.DoesNotContain(code, await Line.Frame(socket), StringComparison.Ordinal);
        await line.Say(code);
        Assert.DoesNotContain(code, await Line.Frame(socket), StringComparison.Ordinal);
        Assert.DoesNotContain(code, string.Concat((await line.Read("0")).Body), StringComparison.Ordinal);
    }
}
