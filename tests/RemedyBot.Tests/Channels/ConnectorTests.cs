using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>The Connector's side: replies where they belong, in order, once.</summary>
public sealed class ConnectorTests(BehindAConnector both) : IClassFixture<BehindAConnector>
{
    private AServer Server => both.Server;

    private FakeConnector Connector => both.Connector;

    [Fact]
    public async Task Replies_go_to_the_service_in_order_with_our_token_and_the_right_addresses()
    {
        var channel = new AChannel(Server, Connector);
        var taken = await channel.Say("hello", "first/1");
        Assert.Equal((200, ""), (taken.Code, taken.Body));
        await channel.Replies(2);
        await channel.Say("en", "second|2");
        for (var tried = 0; Server.Waiting > 0 && tried < 200; tried++)
            await Task.Delay(20);
        var replies = await channel.Replies(8);
        var steps = replies.Select(r => (string)r.Body["channelData"]!["remedybot"]!["step"]!).ToList();
        Assert.Equal(["language/hello", "language/language"], steps.Take(2));
        Assert.Equal("safety/danger", steps[^1]);
        Assert.All(replies, r =>
        {
            Assert.StartsWith("Bearer token-", r.Bearer, StringComparison.Ordinal);
            Assert.Equal("the-bot", (string?)r.Body["from"]!["id"]);
            Assert.Equal("person", (string?)r.Body["recipient"]!["id"]);
            Assert.Equal("testchannel", (string?)r.Body["channelId"]);
            Assert.Equal(Connector.ServiceUrl, (string?)r.Body["serviceUrl"]);
            Assert.Null(r.Body["id"]);
        });
        Assert.Equal($"/service/v3/conversations/{channel.Conversation}/activities/first%2F1", replies[0].Path);
        Assert.Equal("second|2", (string?)replies[^1].Body["replyToId"]);
        Assert.Equal(1, Connector.TokenFetches);
    }

    [Fact]
    public async Task A_first_message_is_greeted_and_looked_at_for_danger()
    {
        var calm = await new AChannel(Server, Connector).Ask("hello");
        Assert.Equal("language/language", (string?)Line.Asked(calm)["step"]);
        var danger = await new AChannel(Server, Connector).Ask("he is outside my door with a knife and wants to kill me");
        Assert.Contains(danger, a => (string?)a["channelData"]!["remedybot"]!["topic"] == "safety");
    }

    [Fact]
    public async Task Expected_replies_are_in_the_answer_and_the_same_message_gets_the_same_again()
    {
        var channel = new AChannel(Server, Connector);
        var first = await channel.Ask("hello", "one");
        Assert.Equal(first.Select(a => a.ToJsonString()), (await channel.Ask("hello", "one")).Select(a => a.ToJsonString()));
        var second = await channel.Ask("en", "two");
        Assert.Equal(second.Select(a => a.ToJsonString()), (await channel.Ask("en", "two")).Select(a => a.ToJsonString()));
        Assert.DoesNotContain(Connector.Calls, c => (string?)c.Body["conversation"]!["id"] == channel.Conversation);
    }

    [Fact]
    public async Task A_conversation_update_greets_once_however_often_it_comes()
    {
        var channel = new AChannel(Server, Connector);
        foreach (var member in (string[])["the-bot", "person"])
        {
            var update = channel.Activity(null, type: "conversationUpdate");
            update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = member });
            Assert.Equal(200, (await channel.Post(update)).Code);
        }
        var empty = channel.Activity(null, type: "conversationUpdate");
        empty["membersAdded"] = new JsonArray();
        Assert.Equal(200, (await channel.Post(empty)).Code);
        var replies = await channel.Replies(2);
        Assert.All(replies, r => Assert.Null(r.Body["replyToId"]));
        await channel.Say("en");
        replies = await channel.Replies(8);
        Assert.Single(replies, r => (string?)r.Body["channelData"]!["remedybot"]!["step"] == "language/hello");
    }

    [Fact]
    public async Task A_busy_channel_gets_the_replies_later_and_in_order()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(connector.Behind);
        foreach (var status in (int[])[429, 503, 401])
            connector.Statuses.Enqueue(status);
        var channel = new AChannel(server, connector);
        await channel.Say("hello");
        var replies = await channel.Replies(5);
        Assert.Equal(["language/hello", "language/hello", "language/hello", "language/hello", "language/language"],
            replies.Select(r => (string)r.Body["channelData"]!["remedybot"]!["step"]!));
        Assert.Equal(2, connector.TokenFetches);
    }

    [Fact]
    public async Task What_a_channel_did_not_get_before_a_restart_it_gets_after_it()
    {
        await using var connector = await FakeConnector.Start();
        var server = await AServer.Start(connector.Behind);
        for (var i = 0; i < 5; i++)
            connector.Statuses.Enqueue(429);
        var channel = new AChannel(server, connector);
        await channel.Say("hello");
        await channel.Replies(1);
        Assert.Equal(1, server.Waiting);
        await server.Restart();
        connector.Statuses.Clear();
        Assert.Contains(await channel.Replies(3), r => (string?)r.Body["channelData"]!["remedybot"]!["step"] == "language/language");
        await server.DisposeAsync();
    }

    [Fact]
    public async Task What_was_sent_waits_no_longer()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(connector.Behind);
        var channel = new AChannel(server, connector);
        await channel.Say("hello");
        await channel.Replies(2);
        for (var tried = 0; server.Waiting > 0 && tried < 100; tried++)
            await Task.Delay(20);
        Assert.Equal(0, server.Waiting);
    }

    [Fact]
    public async Task Erasing_leaves_nothing_and_the_next_word_begins_anew()
    {
        var channel = new AChannel(Server, Connector);
        await channel.Ask("hello");
        var rows = Server.Rows;
        await channel.Ask("en");
        await channel.Ask("erase");
        await channel.Ask("yes");
        Assert.True(Server.Rows < rows);
        Assert.Equal("language/language", (string?)Line.Asked(await channel.Ask("hello again"))["step"]);
    }

    [Fact]
    public async Task Erasing_takes_back_what_was_sent_where_the_channel_lets_it()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(connector.Behind);
        var (one, other) = (new AChannel(server, connector) { Channel = "msteams" }, new AChannel(server, connector));
        foreach (var (channel, text, replies) in new[] { (one, "hello", 2), (other, "hello", 2), (one, "erase", 3), (other, "erase", 3) })
        {
            await channel.Say(text);
            await channel.Replies(replies);
        }
        await one.Say("yes");
        await other.Say("yes");
        var told = (await one.Replies(5)).Select(r => (string)r.Body["channelData"]!["remedybot"]!["step"]!).ToList();
        Assert.Equal(["wish-erase/app-removes", "wish-erase/erased"], told[^2..]);
        Assert.Equal(["wish-erase/app-keeps", "wish-erase/erased"], (await other.Replies(5)).Select(r => (string)r.Body["channelData"]!["remedybot"]!["step"]!).ToList()[^2..]);
        Assert.Equal(3, connector.TakenBack.Count(p => p.Contains(one.Conversation, StringComparison.Ordinal)));
        for (var tried = 0; server.Waiting > 0 && tried < 200; tried++)
            await Task.Delay(20);
        // Of each chat nothing but the mark of its end.
        Assert.Equal((0, 2, 0), (server.Conversations, server.Rows, server.Waiting));
    }

    [Fact]
    public async Task Readiness_tells_how_the_connector_stands()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(connector.Behind);
        var readyz = new Uri("readyz", UriKind.Relative);
        Assert.Contains("connector: configured, last success not yet", await server.Http.GetStringAsync(readyz), StringComparison.Ordinal);
        var channel = new AChannel(server, connector);
        await channel.Say("hello");
        await channel.Replies(2);
        for (var tried = 0; server.Waiting > 0 && tried < 100; tried++)
            await Task.Delay(20);
        Assert.Contains("connector: configured, last success within 5 minutes", await server.Http.GetStringAsync(readyz), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connector_never_reaches_the_chats_of_a_native_app()
    {
        var channel = new AChannel(Server, Connector) { Channel = "app:telegram" };
        Assert.Equal(403, (await channel.Say("hello")).Code);
    }

    [Fact]
    public async Task After_an_end_that_was_kept_the_next_word_begins_anew_and_the_kept_stays_for_its_code()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(s => connector.Behind(s) with { PublicUrl = new("https://help.example"), AllowedHosts = "*" });
        var channel = new AChannel(server, connector);
        foreach (var text in (string[])["hello", "en", "no", "no", "adult", "abuse.threat", "stop"])
            await channel.Ask(text);
        var code = (string)Line.Asked(await channel.Ask("yes"))["code"]!;
        await channel.Ask("skip");
        Assert.Equal("language/language", (string?)Line.Asked(await channel.Ask("hello"))["step"]);
        await channel.Ask("en");
        Assert.Equal("safety/device", (string?)Line.Asked(await channel.Ask("no"))["step"]);
        var line = new Line(server) { Origin = "https://help.example" };
        await line.Generate();
        await line.Start("en");
        await line.Poll();
        await line.Say(code);
        Assert.Equal("return/device", (string?)Line.Asked(await line.Poll())["step"]);
    }

    [Fact]
    public async Task A_code_is_not_taken_inside_an_app()
    {
        var line = await Line.Begun(Server);
        foreach (var text in (string[])["no", "no", "adult", "abuse.threat", "stop"])
            await line.Say(text);
        await line.Poll();
        await line.Say("yes");
        var code = (string)Line.Asked(await line.Poll())["code"]!;
        await line.Say("skip");
        var channel = new AChannel(Server, Connector);
        await channel.Ask("hello");
        Assert.DoesNotContain(await channel.Ask(code), a => ((string)a["channelData"]!["remedybot"]!["step"]!).StartsWith("return/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_person_is_told_once_who_reads_along_in_an_app_and_never_on_direct_line()
    {
        var channel = new AChannel(Server, Connector);
        await channel.Ask("hello");
        // "welcome/app" where there is a page, "welcome/app-alone" where there is none.
        static bool Tells(System.Text.Json.Nodes.JsonNode activity) => ((string)activity["channelData"]!["remedybot"]!["step"]!).StartsWith("welcome/app", StringComparison.Ordinal);
        Assert.Single(await channel.Ask("en"), Tells);
        Assert.DoesNotContain(await channel.Ask("so-far"), Tells);
        Assert.DoesNotContain((await (await Line.Begun(Server)).Read()).Activities, Tells);
    }

    [Fact]
    public async Task The_words_that_people_in_apps_are_told_are_known_in_every_language()
    {
        var catalog = AServer.Content.Localizer.Catalog;
        foreach (var language in AServer.Content.Spoken(drafts: false).Select(l => l.Tag))
        {
            var words = catalog.Render(language, "welcome/words/text").Split(':')[1].Split([',', '،']).Select(w => w.Trim(' ', '.', '\u00a0')).ToList();
            Assert.Equal(6, words.Count);
            foreach (var word in words)
            {
                var channel = new AChannel(Server, Connector);
                await channel.Ask("hello");
                await channel.Ask(language);
                Assert.DoesNotContain(await channel.Ask(word), a => ((string)a["text"]!).StartsWith(catalog.Render(language, "common/retry-yesno"), StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_chat_is_taken_to_the_page_by_a_code_that_dies_on_the_way()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(s => connector.Behind(s) with { PublicUrl = new("https://help.example"), AllowedHosts = "*" });
        var channel = new AChannel(server, connector);
        await channel.Ask("hello");
        Assert.Contains(await channel.Ask("en"), a => ((string)a["text"]!).Contains("https://help.example/", StringComparison.Ordinal));
        foreach (var text in (string[])["no", "no", "adult", "abuse.threat"])
            await channel.Ask(text);
        Assert.Equal("wish-help/move", (string?)Line.Asked(await channel.Ask("help"))["step"]);
        var code = (await channel.Ask("move")).Select(a => (string?)a["channelData"]!["remedybot"]!["code"]).OfType<string>().Single();
        await channel.Ask("so-far");
        var rows = server.Rows;

        var line = new Line(server) { Origin = "https://help.example" };
        await line.Generate();
        await line.Start("en");
        await line.Poll();
        await line.Say(code);
        Assert.Equal("return/device", (string?)Line.Asked(await line.Poll())["step"]);
        Assert.True(server.Rows < rows + 2);
        await line.Say("no");
        Assert.Equal("keep/keep", (string?)Line.Asked(await line.Poll())["step"]);
        await line.Say("no");
        Assert.Equal("return/menu", (string?)Line.Asked(await line.Poll())["step"]);

        Assert.Equal("language/language", (string?)Line.Asked(await channel.Ask("hello"))["step"]);
        var other = new Line(server) { Origin = "https://help.example" };
        await other.Generate();
        await other.Start("en");
        await other.Poll();
        await other.Say(code);
        Assert.NotEqual("return/device", (string?)Line.Asked(await other.Poll())["step"]);
        await line.Say("finish");
        Assert.Equal("return/finish-erased", (string?)(await line.Poll())[^2]["channelData"]!["remedybot"]!["step"]);
    }

    [Fact]
    public async Task A_code_for_moving_lives_an_hour()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(s => connector.Behind(s) with { PublicUrl = new("https://help.example"), AllowedHosts = "*" });
        var channel = new AChannel(server, connector);
        foreach (var text in (string[])["hello", "en", "no", "help"])
            await channel.Ask(text);
        var code = (await channel.Ask("move")).Select(a => (string?)a["channelData"]!["remedybot"]!["code"]).OfType<string>().Single();
        server.Clock.Advance(TimeSpan.FromMinutes(61));
        var line = new Line(server) { Origin = "https://help.example" };
        await line.Generate();
        await line.Start("en");
        await line.Poll();
        await line.Say(code);
        Assert.NotEqual("return/device", (string?)Line.Asked(await line.Poll())["step"]);
    }

    [Fact]
    public async Task In_a_group_nothing_is_said()
    {
        var channel = new AChannel(Server, Connector);
        var activity = channel.Activity("hello");
        activity["conversation"]!["isGroup"] = true;
        activity["deliveryMode"] = "expectReplies";
        Assert.Empty((await channel.Post(activity)).Activities);
    }

    [Theory]
    [InlineData("invoke", 501)]
    [InlineData("event", 200)]
    [InlineData("typing", 200)]
    [InlineData("messageUpdate", 200)]
    [InlineData("messageDelete", 200)]
    [InlineData("installationUpdate", 200)]
    [InlineData("endOfConversation", 200)]
    [InlineData("of-another-world", 200)]
    public async Task Other_types_get_their_status(string type, int status)
    {
        var channel = new AChannel(Server, Connector);
        Assert.Equal(status, (await channel.Post(channel.Activity(null, type: type))).Code);
    }

    [Fact]
    public async Task The_end_of_what_never_began_begins_nothing()
    {
        var (channel, rows) = (new AChannel(Server, Connector), Server.Rows);
        Assert.Equal(200, (await channel.Post(channel.Activity(null, type: "endOfConversation"))).Code);
        Assert.Equal(rows, Server.Rows);
        await channel.Ask("hello");
        rows = Server.Rows;
        // Of a group that has a person's conversation id nobody ends anything.
        var group = channel.Activity(null, type: "endOfConversation");
        group["conversation"]!["isGroup"] = true;
        Assert.Equal(200, (await channel.Post(group)).Code);
        Assert.Equal(rows, Server.Rows);
        Assert.Equal(200, (await channel.Post(channel.Activity(null, type: "endOfConversation"))).Code);
        Assert.True(Server.Rows < rows);
        rows = Server.Rows;
        Assert.Equal(200, (await channel.Post(channel.Activity(null, type: "endOfConversation"))).Code);
        Assert.Equal(rows, Server.Rows);
    }

    [Fact]
    public async Task A_code_in_a_channel_goes_to_the_page()
    {
        var channel = new AChannel(Server, Connector);
        Assert.Contains("A code cannot be used", (string?)Assert.Single(await channel.Ask("12345 67890 12345 67890 12344"))["text"], StringComparison.Ordinal);
        await channel.Ask("hello");
        await channel.Say("12345 67890 12345 67890 12344");
        Assert.Contains("A code cannot be used", (string?)(await channel.Replies(1))[0].Body["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_channels_with_the_same_conversation_id_are_two_conversations()
    {
        var one = new AChannel(Server, Connector);
        var other = new AChannel(Server, Connector) { Conversation = one.Conversation, Channel = "otherchannel" };
        await one.Ask("hello");
        await one.Ask("en");
        Assert.Equal("language/language", (string?)Line.Asked(await other.Ask("en"))["step"]);
    }

    [Fact]
    public async Task Only_posts_are_taken() => Assert.Equal(405, (await Answer.Of(Server.Http.GetAsync(new Uri("api/messages", UriKind.Relative)))).Code);
}
