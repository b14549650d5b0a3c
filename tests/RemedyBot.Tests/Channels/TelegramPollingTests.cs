using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Telegram;
using RemedyBot.Composition;
using Telegram.Bot;

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
            Assert.StartsWith("New message. It can wait", (string)m["text"]!, StringComparison.Ordinal);
            Assert.True((bool)m["disable_notification"]!);
        });
        Assert.Contains(_telegram.Of("setMyName"), b => (string?)b["name"] == "Notes");
        Assert.Contains(_telegram.Of("setMyDescription"), b => (string?)b["description"] == "Messages and answers.");
        Assert.Contains(_telegram.Of("setMyShortDescription"), b => (string?)b["short_description"] == "Messages and answers.");
        Assert.Equal(AServer.Content.Spoken(drafts: false).Count, _telegram.Of("setMyName").Count);
    }

    [Fact]
    public async Task A_neutral_name_that_Telegram_refuses_for_now_is_told_while_people_are_answered()
    {
        _telegram.Refusals["setMyName"] = new([TooMany]);
        await using var server = await Start(("discreet", "true"));
        var chat = new AChat(_telegram);
        _telegram.Bring(chat.Words("hello"));
        await chat.After(0, 2);
        var ready = "";
        await Eventually(() => (ready = server.Http.GetStringAsync(new Uri("readyz", UriKind.Relative)).Result).Contains("telegram name: the neutral name", StringComparison.Ordinal));
        Assert.Contains("telegram: configured, last success within 5 minutes", ready, StringComparison.Ordinal);
        // What was refused held up no other.
        Assert.Equal(AServer.Content.Spoken(drafts: false).Count, _telegram.Of("setMyName").Count);
        Assert.Equal(AServer.Content.Spoken(drafts: false).Count, _telegram.Of("setMyDescription").Count);
    }

    [Fact]
    public async Task A_neutral_name_is_tried_until_Telegram_takes_it()
    {
        _telegram.Refusals["setMyName"] = new([TooMany, TooMany]);
        var time = new FakeTimeProvider();
        using var http = new HttpClient();
        var parts = new AppParts((_, _, _) => throw new NotSupportedException(), null!, ChannelTable.Empty, (_, key) => key, http, time, NullLogger.Instance) { Languages = ["en", "es"] };
        var bot = new TelegramBotClient(new TelegramBotClientOptions(FakeTelegram.Token, _telegram.Root.AbsoluteUri.TrimEnd('/')) { RetryCount = 0, RetryThreshold = 0 }, http);
        var status = new AppStatus(time);
        var keeping = new TelegramProfile(bot, parts).KeepAsync(status, default);
        await Eventually(() => status.Problems is [var problem] && problem.StartsWith("telegram name: the neutral name", StringComparison.Ordinal));
        for (var tried = 0; !keeping.IsCompleted && tried < 400; tried++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(25);
        }
        await keeping;
        Assert.Empty(status.Problems);
        Assert.Equal(["", "es", "", "es"], _telegram.Of("setMyName").Select(b => (string?)b["language_code"] ?? ""));
        Assert.Equal(2, _telegram.Of("setMyDescription").Count);
    }

    private static JsonObject TooMany => new() { ["error_code"] = 429, ["description"] = "Too Many Requests: retry after 40000", ["parameters"] = new JsonObject { ["retry_after"] = 40000 } };

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

    [Fact]
    public async Task What_the_store_does_not_take_is_never_confirmed_and_is_taken_when_it_does()
    {
        await using var server = await Start();
        server.Clock.Haste = 50;
        var chat = new AChat(_telegram);
        _telegram.Bring(chat.Words("hello"));
        await chat.After(0, 2);
        server.Run("CREATE TRIGGER full BEFORE INSERT ON turn BEGIN SELECT RAISE(ABORT, 'full'); END");
        var words = chat.Words("en");
        _telegram.Bring(words);
        // Longer than any number of tries that is counted.
        await Task.Delay(2500);
        Assert.True(_telegram.Confirmed is not { } confirmed || confirmed <= (int)words["update_id"]!);
        server.Run("DROP TRIGGER full");
        await chat.After(2, 3);
        await Eventually(() => _telegram.Confirmed == (int)words["update_id"]! + 1);
    }

    [Fact]
    public async Task An_address_that_Telegram_calls_is_taken_from_it_until_it_is_gone_at_the_start_and_later()
    {
        _telegram.Webhook = "https://old.example";
        _telegram.Refusals["deleteWebhook"] = new([new() { ["error_code"] = 500, ["description"] = "Internal Server Error" }]);
        await using var server = await Start();
        server.Clock.Haste = 10;
        var chat = new AChat(_telegram);
        await chat.Bring(chat.Words("hello"), 2);
        _telegram.Webhook = "https://other.example";
        await chat.Bring(chat.Words("en"), 3);
        Assert.Null(_telegram.Webhook);
        await Eventually(() => !server.Http.GetStringAsync(new Uri("readyz", UriKind.Relative)).Result.Contains("another program", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_can_read_yet_keeps_back_no_other_message()
    {
        await using var server = await Start();
        var (one, other) = (new AChat(_telegram), new AChat(_telegram));
        _telegram.Bring(one.Message(m =>
        {
            m["text"] = "hello";
            m["forward_origin"] = new JsonObject { ["type"] = "future_kind", ["date"] = 1 };
        }));
        var words = other.Words("hello");
        _telegram.Bring(words);
        Assert.Contains("Which language", AChat.Text(await other.After(0, 2)), StringComparison.Ordinal);
        await Eventually(() => _telegram.Confirmed == (int)words["update_id"]! + 1);
        Assert.DoesNotContain("telegram: Telegram", await server.Http.GetStringAsync(new Uri("readyz", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_floods_holds_up_nobody_and_is_told()
    {
        await using var server = await AServer.Start(s => s with { LimitsEnabled = true, Channels = [_telegram.AppOf()] });
        var (flood, other) = (new AChat(_telegram), new AChat(_telegram));
        _telegram.Bring(flood.Words("hello"));
        await flood.After(0, 2);
        for (var i = 0; i < 60; i++)
            _telegram.Bring(flood.Words($"one of many {i}"));
        _telegram.Bring(other.Words("hello"));
        Assert.Contains("Which language", AChat.Text(await other.After(0, 2)), StringComparison.Ordinal);
        Assert.DoesNotContain("very fast", AChat.Text(flood.Sent), StringComparison.Ordinal);
        server.Clock.Haste = 20;
        await Eventually(() => AChat.Text(flood.Sent).Contains("very fast", StringComparison.Ordinal), 1200);
        Assert.Single(flood.Sent, m => ((string)m["text"]!).Contains("very fast", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_only_polite_keeps_no_message_waiting()
    {
        await using var server = await Start();
        var chat = new AChat(_telegram);
        _telegram.Bring(chat.Words("hello"));
        await chat.After(0, 2);
        _telegram.Hanging = "answerCallbackQuery";
        _telegram.Bring(chat.TapOn("English"));
        var next = chat.Words("no");
        _telegram.Bring(next);
        await chat.After(2, 4);
        await Eventually(() => _telegram.Confirmed == (int)next["update_id"]! + 1);
    }

    [Fact]
    public async Task A_place_that_moves_by_itself_is_no_changed_message()
    {
        await using var server = await Start();
        var chat = new AChat(_telegram);
        _telegram.Bring(chat.Words("hello"));
        await chat.After(0, 2);
        var moved = chat.Message(m => m["location"] = new JsonObject { ["latitude"] = 1, ["longitude"] = 1, ["live_period"] = 900 });
        moved["edited_message"] = moved["message"]!.DeepClone();
        moved.Remove("message");
        var count = chat.Sent.Count;
        _telegram.Bring(moved);
        await Eventually(() => _telegram.Confirmed == (int)moved["update_id"]! + 1);
        await Task.Delay(200);
        Assert.Equal(count, chat.Sent.Count);
    }

    private static async Task Eventually(Func<bool> so, int tries = 200)
    {
        for (var tried = 0; !so() && tried < tries; tried++)
            await Task.Delay(25);
        Assert.True(so());
    }
}
