using System.Text.Json.Nodes;
using RemedyBot.Composition;

namespace RemedyBot.Tests.Channels;

/// <summary>A server that Telegram cannot reach asks for what has come.</summary>
public sealed class TelegramPollingTests : IAsyncLifetime
{
    private FakeTelegram _telegram = null!;

    public async Task InitializeAsync() => _telegram = await FakeTelegram.Start();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    private Task<AServer> Start(params (string, string)[] more) => AServer.Start(s => s with { Channels = [_telegram.AppOf(more)] });

    [Fact]
    public async Task What_has_come_is_asked_for_answered_in_order_and_confirmed()
    {
        await using var server = await Start();
        var (one, other) = (new AChat(_telegram), new AChat(_telegram));
        var mixed = new[] { one.Words("hello"), other.Words("hello"), one.Words("en"), other.Words("es") };
        foreach (var update in mixed)
            _telegram.Bring(update);
        await one.After(0, 5);
        await other.After(0, 5);
        Assert.Contains("Are you in danger", (string)one.Sent[^1]["text"]!, StringComparison.Ordinal);
        Assert.Contains("¿", (string)other.Sent[^1]["text"]!, StringComparison.Ordinal);
        await Eventually(() => _telegram.Confirmed == (int)mixed[^1]["update_id"]! + 1);
        Assert.Equal("deleteWebhook", _telegram.Calls.First().Method);
        Assert.Empty(_telegram.Of("setWebhook"));
    }

    [Fact]
    public async Task After_a_restart_what_was_taken_is_not_taken_twice_and_what_was_not_sent_is_sent()
    {
        _telegram.Refusals["sendMessage"] = new(Enumerable.Repeat(0, 20).Select(_ => new JsonObject { ["error_code"] = 429, ["description"] = "Too Many Requests", ["parameters"] = new JsonObject { ["retry_after"] = 300 } }));
        var server = await Start();
        var chat = new AChat(_telegram);
        var update = chat.Words("hello");
        _telegram.Bring(update);
        await chat.After(0, 1);
        var rows = server.Rows;
        Assert.Equal(1, server.Waiting);
        _telegram.Refusals.Clear();
        await server.Restart();
        await chat.After(1, 1);
        Assert.Contains("Which language", AChat.Text(chat.Sent), StringComparison.Ordinal);
        var count = chat.Sent.Count;
        _telegram.Bring(update);
        await Task.Delay(600);
        Assert.Equal((count, rows), (chat.Sent.Count, server.Rows));
        await server.DisposeAsync();
    }

    [Fact]
    public async Task In_discreet_mode_names_and_first_lines_tell_nothing_and_come_without_a_sound()
    {
        await using var server = await Start(("discreet", "true"));
        var chat = new AChat(_telegram);
        _telegram.Bring(chat.Words("hello"));
        await chat.After(0, 2);
        _telegram.Bring(chat.Words("en"));
        await chat.After(2, 3);
        Assert.All(chat.Sent, m =>
        {
            Assert.Equal("New message", ((string)m["text"]!).Split('\n')[0]);
            Assert.True((bool)m["disable_notification"]!);
        });
        Assert.Contains(_telegram.Of("setMyName"), b => (string?)b["name"] == "Notes");
        Assert.Contains(_telegram.Of("setMyDescription"), b => (string?)b["description"] == "Messages and answers.");
        Assert.Contains(_telegram.Of("setMyShortDescription"), b => (string?)b["short_description"] == "Messages and answers.");
        Assert.Equal(AServer.Content.Spoken(drafts: false).Count, _telegram.Of("setMyName").Count);
    }

    [Fact]
    public async Task Without_discreet_mode_the_bot_keeps_the_name_that_its_owner_gave()
    {
        await using var server = await Start();
        var chat = new AChat(_telegram);
        _telegram.Bring(chat.Words("hello"));
        var sent = await chat.After(0, 2);
        Assert.Empty(_telegram.Of("setMyName"));
        Assert.DoesNotContain("New message", AChat.Text(sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_told_in_readiness_and_not_shown()
    {
        await using var server = await AServer.Start(s => s with
        {
            Channels = [new("telegram", new Dictionary<string, string> { ["token"] = "1:xxxxxxxxxxxxxxxxxxxxxxxxxxxxx", ["url"] = _telegram.Root.AbsoluteUri })],
        });
        var ready = "";
        await Eventually(() => (ready = server.Http.GetStringAsync(new Uri("readyz", UriKind.Relative)).Result).Contains("does not know the token", StringComparison.Ordinal));
        Assert.DoesNotContain("xxxxxxxxx", ready, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token", "not a token", "token")]
    [InlineData("url", "http://elsewhere.example", "url")]
    [InlineData("polling", "perhaps", "polling")]
    [InlineData("colour", "blue", "colour")]
    public void Wrong_settings_are_told_without_their_values(string key, string value, string named)
    {
        var settings = new Dictionary<string, string?> { ["channels:telegram:token"] = FakeTelegram.Token, ["channels:telegram:" + key] = value };
        var problems = new List<string>();
        Settings.Read(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Add(new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = settings }).Build(), problems);
        var problem = Assert.Single(problems);
        Assert.Contains("channels:telegram:" + named, problem, StringComparison.Ordinal);
        Assert.DoesNotContain(value, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_that_nobody_knows_is_told()
    {
        var problems = new List<string>();
        Settings.Read(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Add(new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = [new("channels:pigeon:token", "x")] }).Build(), problems);
        Assert.Contains("channels:pigeon", Assert.Single(problems), StringComparison.Ordinal);
    }

    private static async Task Eventually(Func<bool> so)
    {
        for (var tried = 0; !so() && tried < 200; tried++)
            await Task.Delay(25);
        Assert.True(so());
    }
}
