namespace RemedyBot.Tests.Channels;

/// <summary>What a channel behind the Connector gets to show: buttons or numbers, ticks, changes, and nothing that tells where it is discreet.</summary>
public sealed class ConnectorShownTests(BehindAConnector both) : IClassFixture<BehindAConnector>
{
    private const string Changed = "A change to a message is not read here.";

    private FakeConnector Connector => both.Connector;

    [Fact]
    public async Task Buttons_of_an_app_send_what_they_show()
    {
        var channel = new AChannel(both.Server, Connector) { Channel = "msteams" };
        await channel.Ask("hello");
        var asked = (await channel.Ask("en"))[^1];
        Assert.Equal(["Yes", "No", "Not sure"], asked["suggestedActions"]!["actions"]!.AsArray().Select(a => (string)a!["value"]!));
        Assert.Equal("safety/device", (string?)Line.Asked(await channel.Ask("No"))["step"]);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("testchannel")]
    public async Task Where_nobody_says_that_buttons_are_shown_the_choices_are_numbers(string name)
    {
        var channel = new AChannel(both.Server, Connector) { Channel = name };
        await channel.Ask("hello");
        var asked = (await channel.Ask("en"))[^1];
        Assert.Null(asked["suggestedActions"]);
        Assert.EndsWith("\n1. Yes\n2. No\n3. Not sure\nOr write: skip / stop / erase / help", (string)asked["text"]!, StringComparison.Ordinal);
        Assert.Equal("safety/device", (string?)Line.Asked(await channel.Ask("2"))["step"]);
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(405, 2)]
    [InlineData(501, 2)]
    [InlineData(404, 2)]
    public async Task A_tick_appears_where_the_question_stands_or_in_a_new_one_where_the_channel_changes_nothing(int status, int anew)
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(connector.Behind);
        connector.Changing = status;
        var channel = new AChannel(server, connector) { Channel = "msteams" };
        var asked = await UntilSeveral(channel, connector);
        var question = "sent-" + connector.Calls.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var before = connector.Calls.Count;
        foreach (var number in (string[])["+2", "+1"])
        {
            await channel.Say(number);
            for (var tried = 0; server.Waiting > 0 && tried < 200; tried++)
                await Task.Delay(20);
        }
        Assert.Equal(anew, connector.Calls.Count - before);
        var changes = connector.Changed.ToList();
        Assert.Equal(2, changes.Count);
        Assert.Equal($"/service/v3/conversations/{channel.Conversation}/activities/{question}", changes[0].Path);
        Assert.Equal(question, (string?)changes[0].Body["id"]);
        Assert.Contains("\n2. ✓ ", (string)changes[0].Body["text"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("1. ✓ ", (string)changes[0].Body["text"]!, StringComparison.Ordinal);
        Assert.Contains("\n– Done\nOr write: ", (string)changes[0].Body["text"]!, StringComparison.Ordinal);
        if (status == 200)
            Assert.Equal(changes[0].Path, changes[1].Path);
        Assert.Contains("1. ✓ ", (string)changes[1].Body["text"]!, StringComparison.Ordinal);
        var next = await channel.Ask("done");
        Assert.NotEqual(asked, (string?)Line.Asked(next)["step"]);
    }

    [Fact]
    public async Task An_answer_that_begins_with_a_plus_replaces_no_question()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(connector.Behind);
        var channel = new AChannel(server, connector) { Channel = "msteams" };
        await UntilSeveral(channel, connector);
        foreach (var text in (string[])["+49 151 2345678", "+99"])
        {
            var before = connector.Calls.Count;
            await channel.Say(text);
            await channel.Replies(before + 1);
        }
        Assert.Empty(connector.Changed);
    }

    [Fact]
    public async Task Where_a_channel_changes_nothing_a_tick_is_a_new_message_at_once()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(connector.Behind);
        var channel = new AChannel(server, connector);
        await UntilSeveral(channel, connector);
        var before = connector.Calls.Count;
        await channel.Say("+2");
        await channel.Replies(before + 1);
        Assert.Empty(connector.Changed);
    }

    [Fact]
    public async Task A_message_that_was_changed_is_not_read_and_the_person_is_told_so()
    {
        var channel = new AChannel(both.Server, Connector);
        await channel.Ask("hello", "one");
        await channel.Ask("en", "two");
        var rows = both.Server.Rows;
        foreach (var _ in (int[])[1, 2])
        {
            var changed = channel.Activity("yes, he is here", "two", "messageUpdate");
            changed["deliveryMode"] = "expectReplies";
            var replies = (await channel.Post(changed)).Activities;
            Assert.StartsWith(Changed, (string)replies[0]["text"]!, StringComparison.Ordinal);
            Assert.Equal("person", (string?)replies[0]["recipient"]!["id"]);
            Assert.Equal("safety/danger", (string?)Line.Asked(replies)["step"]);
        }
        Assert.Equal(rows, both.Server.Rows);
        Assert.Equal("safety/device", (string?)Line.Asked(await channel.Ask("no"))["step"]);
    }

    [Fact]
    public async Task That_a_change_is_not_read_is_pushed_before_the_question_that_waits()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(connector.Behind);
        var channel = new AChannel(server, connector);
        await channel.Say("hello", "one");
        await channel.Replies(2);
        Assert.Equal(200, (await channel.Post(channel.Activity("hallo", "one", "messageUpdate"))).Code);
        var told = (await channel.Replies(4)).Select(r => (string)r.Body["text"]!).ToList();
        Assert.StartsWith(Changed, told[2], StringComparison.Ordinal);
        Assert.Contains("Which language", told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_in_a_group_is_passed_over()
    {
        var channel = new AChannel(both.Server, Connector);
        var changed = channel.Activity("hello", "one", "messageUpdate");
        changed["deliveryMode"] = "expectReplies";
        changed["conversation"]!["isGroup"] = true;
        Assert.Empty((await channel.Post(changed)).Activities);
    }

    [Theory]
    [InlineData("true", true, true)]
    [InlineData("other, TestChannel", true, false)]
    [InlineData("otherchannel", false, true)]
    [InlineData("false", false, false)]
    [InlineData(null, false, false)]
    public async Task Where_a_channel_is_discreet_names_and_first_lines_tell_nothing(string? setting, bool one, bool other)
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(s => connector.Behind(s) with { ConnectorDiscreet = setting });
        foreach (var (name, discreet) in new[] { ("testchannel", one), ("otherchannel", other) })
        {
            var channel = new AChannel(server, connector) { Channel = name };
            await channel.Say("hello");
            var pushed = (await channel.Replies(2)).Select(r => r.Body).ToList();
            pushed.AddRange(await channel.Ask("en"));
            var changed = channel.Activity("es", "changed", "messageUpdate");
            changed["deliveryMode"] = "expectReplies";
            pushed.AddRange((await channel.Post(changed)).Activities);
            Assert.All(pushed, a =>
            {
                Assert.Equal(discreet, ((string)a["text"]!).StartsWith("New message. It can wait", StringComparison.Ordinal));
                Assert.Equal(discreet ? "Notes" : "Bot", (string?)a["from"]!["name"]);
            });
        }
    }

    /// <summary>Up to a question of which several may be chosen, and which is asked in numbers: its step.</summary>
    private static async Task<string> UntilSeveral(AChannel channel, FakeConnector connector)
    {
        var heard = 0;
        foreach (var text in (string[])["hello", "en", "no", "no", "adult"])
        {
            await channel.Say(text);
            var quiet = 0;
            for (var (tried, last) = (0, 0); tried < 400 && quiet < 5; tried++)
            {
                await Task.Delay(20);
                quiet = connector.Calls.Count == last && last > heard ? quiet + 1 : 0;
                last = connector.Calls.Count;
            }
            heard = connector.Calls.Count;
        }
        var asked = connector.Calls.Last().Body["channelData"]!["remedybot"]!;
        Assert.Equal("choices", (string?)asked["kind"]);
        Assert.Null(connector.Calls.Last().Body["suggestedActions"]);
        return (string)asked["step"]!;
    }
}
