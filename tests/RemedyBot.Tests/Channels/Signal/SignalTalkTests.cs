using System.Text.Json.Nodes;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Signal;

namespace RemedyBot.Tests.Channels.Signal;

public sealed class SignalTalkTests : IAsyncLifetime
{
    private FakeSignalCli _cli = null!;
    private AServer _server = null!;

    public async Task InitializeAsync()
    {
        _cli = FakeSignalCli.Start();
        _server = await AServer.Start(settings => _cli.Behind(settings));
        await Subscribed(1);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _cli.DisposeAsync();
    }

    [Fact]
    public async Task A_talk_goes_by_numbers_and_words()
    {
        var person = new WithSignal(_cli, _server);
        Assert.Contains("1. ", (await person.Say("hello"))[^1], StringComparison.Ordinal);
        Assert.Contains("danger", (await person.Say("1"))[^1], StringComparison.OrdinalIgnoreCase);
        await person.Say("no");
        await person.Say("no");
        await person.Say("adult");
        Assert.Empty(_cli.Wrong);
    }

    [Fact]
    public async Task The_same_message_twice_is_answered_once()
    {
        var person = new WithSignal(_cli, _server);
        await person.Say("hello");
        var message = person.Envelope("en");
        await person.Bring(message);
        var sent = person.Sent.Count;
        await _cli.Tell(message);
        await _cli.Write(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "receive", ["params"] = new JsonObject { ["envelope"] = message.DeepClone(), ["account"] = FakeSignalCli.Account } }.ToJsonString());
        await Task.Delay(300);
        Assert.Equal(sent, person.Sent.Count);
    }

    [Fact]
    public async Task What_is_sent_fast_is_answered_in_order()
    {
        var (fast, slow) = (new WithSignal(_cli, _server), new WithSignal(_cli, _server));
        foreach (var words in (string[])["hello", "en", "no", "no"])
        {
            await slow.Say(words);
            await fast.Say(words);
        }
        foreach (var words in (string[])["adult", "ibsa"])
        {
            await _cli.Tell(fast.Envelope(words));
            await slow.Say(words);
        }
        var all = await Settled.After(() => fast.Sent, 0, slow.Sent.Count, _server);
        Assert.Equal(slow.Sent.Select(Text), all.Select(Text));
    }

    [Fact]
    public async Task Pictures_changed_and_cut_messages_are_refused_with_a_reason()
    {
        var person = new WithSignal(_cli, _server);
        await person.Say("hello");
        await person.Say("en");
        var picture = person.Envelope(null, m => m["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/jpeg", ["id"] = "x", ["size"] = 9 }));
        Assert.Contains(await person.Bring(picture), m => m.Contains("Pictures are not kept", StringComparison.Ordinal));
        var cut = person.Envelope(new string('x', 2000), m => m["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/x-signal-plain", ["id"] = "x", ["size"] = 9000 }));
        Assert.Contains(await person.Bring(cut), m => m.Contains("too long", StringComparison.Ordinal));
        Assert.Contains(await person.Bring(person.Envelope("yes", kind: "editMessage")), m => m.Contains("change", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_safety_number_is_told_to_the_operator_and_never_trusted()
    {
        var person = new WithSignal(_cli, _server);
        await _cli.Tell(person.Envelope("hello"), new() { ["message"] = "untrusted", ["type"] = "UntrustedIdentityException" });
        Assert.Contains("safety number", await Ready("safety number"), StringComparison.Ordinal);
        Assert.Empty(person.Sent);
        Assert.Equal(0, _server.Rows);
        _cli.Answers.Enqueue(new() { ["error"] = new JsonObject { ["code"] = -4, ["message"] = "Untrusted key", ["data"] = null } });
        await person.Say("hello");
        Assert.DoesNotContain(_cli.Calls, c => (string?)c["method"] == "trust");
        Assert.DoesNotContain(person.Person, await Ready("signal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_store_did_not_take_is_kept_and_taken_in_order_when_it_does()
    {
        var (person, calm) = (new WithSignal(_cli, _server), new WithSignal(_cli, _server));
        foreach (var words in (string[])["hello", "en", "no", "no"])
            await person.Say(words);
        foreach (var words in (string[])["hello", "en", "no", "no", "adult", "ibsa"])
            await calm.Say(words);
        var before = person.Sent.Count;
        _server.Run("CREATE TRIGGER full BEFORE INSERT ON turn BEGIN SELECT RAISE(ABORT, 'full'); END");
        foreach (var words in (string[])["adult", "ibsa"])
            await _cli.Tell(person.Envelope(words));
        Assert.Contains("cannot be kept", await Ready("cannot be kept"), StringComparison.Ordinal);
        Assert.Equal(before, person.Sent.Count);
        _server.Run("DROP TRIGGER full");
        await Settled.After(() => person.Sent, before, calm.Sent.Count - before, _server);
        Assert.Equal(calm.Sent.Select(Text), person.Sent.Select(Text));
    }

    [Fact]
    public async Task What_passes_is_tried_again_in_order()
    {
        var person = new WithSignal(_cli, _server);
        _cli.Answers.Enqueue(new() { ["error"] = new JsonObject { ["code"] = -1, ["message"] = "Failed", ["data"] = new JsonObject { ["response"] = new JsonObject { ["results"] = new JsonArray(new JsonObject { ["type"] = "RATE_LIMIT_FAILURE", ["retryAfterSeconds"] = 1 }) } } } });
        var sent = await person.Say("hello", atLeast: 2);
        Assert.Equal(sent[0], sent[1]);
    }

    [Fact]
    public async Task Somebody_who_floods_keeps_no_answer_from_being_read_and_is_told_once()
    {
        await using var cli = FakeSignalCli.Start();
        await using var server = await AServer.Start(settings => cli.Behind(settings) with { LimitsEnabled = true });
        var (flood, other) = (new WithSignal(cli, server), new WithSignal(cli, server));
        for (var tried = 0; tried < 400 && cli.Subscriptions == 0; tried++)
            await Task.Delay(25);
        await other.Say("hello");
        var before = other.Sent.Count;
        server.Clock.Haste = 30;
        for (var i = 0; i < 400; i++)
            await cli.Tell(flood.Envelope($"one of many {i}"));
        await cli.Tell(other.Envelope("en"));
        // As many answers as were heard, but for questions that waited untried and were asked again.
        await Settled.After<JsonObject>(() => [.. flood.Sent.Where(m => Text(m).Contains("very fast", StringComparison.Ordinal))], 0, 1);
        await Settled.After(() => flood.Sent, 0, 2, server);
        Assert.Single(flood.Sent, m => Text(m).Contains("very fast", StringComparison.Ordinal));
        Assert.Equal(flood.Sent.Count, flood.Sent.Select(m => (string?)m["id"]).Distinct().Count());
        Assert.Single(other.Sent.Skip(before), m => Text(m).Contains("danger", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_group_is_left_with_one_sentence()
    {
        var person = new WithSignal(_cli, _server);
        void InGroup(JsonObject message) => message["groupInfo"] = new JsonObject { ["groupId"] = "Pmpi+EfPWmsx=", ["type"] = "DELIVER" };
        await _cli.Tell(person.Envelope("hello", InGroup));
        await _cli.Tell(person.Envelope("hello?", InGroup));
        var calls = await Settled.After<JsonObject>(() => [.. _cli.Calls.Where(c => c["params"]?["groupId"] is not null)], 0, 2);
        Assert.Equal(["send", "quitGroup"], calls.Select(c => (string)c["method"]!));
        Assert.Empty(person.Sent);
        Assert.Equal(0, _server.Rows);
    }

    [Fact]
    public async Task Messages_vanish_and_a_shorter_time_of_the_persons_own_stays()
    {
        var (never, shorter) = (new WithSignal(_cli, _server), new WithSignal(_cli, _server));
        await never.Bring(never.Envelope("hello", m => m["expiresInSeconds"] = 0));
        await never.Bring(never.Envelope("en", m => m["expiresInSeconds"] = 0));
        await shorter.Bring(shorter.Envelope("hello", m => m["expiresInSeconds"] = 3600));
        Assert.Equal(604_800, (int)Assert.Single(_cli.Of("updateContact", never.Person))["params"]!["expiration"]!);
        Assert.Empty(_cli.Of("updateContact", shorter.Person));
    }

    [Fact]
    public async Task Erasing_takes_back_what_was_sent()
    {
        var person = new WithSignal(_cli, _server);
        foreach (var words in (string[])["hello", "en", "erase"])
            await person.Say(words);
        var sent = person.Sent.Count;
        await person.Say("yes");
        Assert.Equal(sent, _cli.Of("remoteDelete", person.Person).Select(c => (long)c["params"]!["targetTimestamp"]!).Distinct().Count());
        Assert.Empty(_cli.Wrong);
    }

    [Fact]
    public async Task What_Signal_did_not_take_back_is_asked_for_again()
    {
        var person = new WithSignal(_cli, _server);
        foreach (var words in (string[])["hello", "en", "erase"])
            await person.Say(words);
        var sent = person.Sent.Count;
        for (var i = 0; i < 2; i++)
            _cli.Backs.Enqueue(new() { ["error"] = new JsonObject { ["code"] = -3, ["message"] = "Failed", ["data"] = null } });
        await person.Say("yes");
        for (var tried = 0; _server.Waiting > 0 && tried < 400; tried++)
            await Task.Delay(25);
        Assert.Equal(0, _server.Waiting);
        var times = _cli.Of("remoteDelete", person.Person).Select(c => (long)c["params"]!["targetTimestamp"]!).ToList();
        Assert.Equal((sent, sent + 2), (times.Distinct().Count(), times.Count));
    }

    [Fact]
    public async Task A_line_that_broke_is_taken_up_again()
    {
        var person = new WithSignal(_cli, _server);
        await person.Say("hello");
        _cli.Break();
        Assert.Contains("signal-cli is not there", await Ready("signal-cli"), StringComparison.Ordinal);
        await Subscribed(2);
        Assert.DoesNotContain("signal-cli is not there", await _server.Http.GetStringAsync(new Uri("readyz", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("danger", (await person.Say("en"))[^1], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Odd_lines_break_nothing_and_leave_nothing()
    {
        var person = new WithSignal(_cli, _server);
        foreach (var line in (string[])["", "{", "[]", "7", "null", "{\"id\":\"none\"}", "{\"method\":\"receive\"}", "{\"method\":\"receive\",\"params\":7}", new string('[', 5000), "{\"method\":\"receive\",\"params\":{\"envelope\":{\"sourceUuid\":\"\\ud800\",\"dataMessage\":{\"timestamp\":1,\"message\":\"x\"}}}}"])
            await _cli.Write(line);
        foreach (var kind in (string[])["typingMessage", "receiptMessage", "callMessage", "syncMessage", "storyMessage"])
            await _cli.Tell(person.Envelope("hello", kind: kind));
        foreach (var aside in (string[])["reaction", "remoteDelete", "storyContext", "pollVote"])
            await _cli.Tell(person.Envelope("hello", m => m[aside] = new JsonObject()));
        await _cli.Tell(person.Envelope("hello", m => m["isExpirationUpdate"] = true));
        await Task.Delay(300);
        Assert.Empty(person.Sent);
        Assert.Equal(0, _server.Rows);
        Assert.NotEmpty(await person.Say("hello"));
    }

    [Fact]
    public async Task A_socket_in_a_folder_serves_as_well_and_its_check_says_what_works()
    {
        var path = Path.Combine(_server.Data, "s");
        await using var cli = FakeSignalCli.Start(path);
        async Task<List<AppCheck>> Run(params (string, string)[] more)
        {
            using var http = new HttpClient();
            var parts = new AppParts((_, _, _) => throw new NotSupportedException(), null!, ChannelTable.Empty, (_, key) => key, http, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
            return await new SignalAdapter(cli.Of(more), parts).CheckAsync(default).ToListAsync();
        }
        Assert.StartsWith("unix:", cli.Address, StringComparison.Ordinal);
        Assert.All(await Run(), c => Assert.Null(c.Problem));
        Assert.NotNull((await Run(("address", "tcp://127.0.0.1:1")))[0].Problem);
    }

    [Theory]
    [InlineData("address", "tcp://signal.example:7583")]
    [InlineData("address", "http://signal.example:8080")]
    [InlineData("address", "nothing")]
    [InlineData("address", "unix:")]
    [InlineData("vanish", "soon")]
    [InlineData("vanish", "60.00:00:00")]
    public void Settings_that_cannot_work_are_told(string key, string value)
    {
        Assert.Empty(AppAdapters.Problems(_cli.Of()));
        Assert.StartsWith("channels:signal:" + key, Assert.Single(AppAdapters.Problems(_cli.Of((key, value)))), StringComparison.Ordinal);
    }

    private static string Text(JsonObject call) => (string)call["params"]!["message"]!;

    private async Task Subscribed(int times)
    {
        for (var tried = 0; tried < 400 && _cli.Subscriptions < times; tried++)
            await Task.Delay(25);
        Assert.True(_cli.Subscriptions >= times, "nobody listens");
    }

    private async Task<string> Ready(string word)
    {
        var ready = "";
        for (var tried = 0; tried < 100 && !ready.Contains(word, StringComparison.Ordinal); tried++)
        {
            await Task.Delay(25);
            ready = await _server.Http.GetStringAsync(new Uri("readyz", UriKind.Relative));
        }
        return ready;
    }
}
