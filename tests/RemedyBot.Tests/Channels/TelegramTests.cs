using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>Telegram calls us, as its public page says it does: `core.telegram.org/bots/api`.</summary>
public sealed class TelegramTests : IAsyncLifetime
{
    private FakeTelegram _telegram = null!;
    private AServer _server = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.Start();
        _server = await AServer.Start(s => _telegram.Behind(s) with { PublicUrl = new("https://help.example"), AllowedHosts = "*" });
        for (var tried = 0; _telegram.Webhook is null && tried < 200; tried++)
            await Task.Delay(25);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    private AChat Chat() => new(_telegram, _server);

    [Fact]
    public void The_webhook_is_set_at_start_with_a_secret_that_is_no_token()
    {
        Assert.Equal("https://help.example/channels/telegram", _telegram.Webhook);
        Assert.Matches("^[A-Za-z0-9_-]{20,256}$", _telegram.Secret);
        Assert.DoesNotContain("123456789", _telegram.Webhook + _telegram.Secret, StringComparison.Ordinal);
        Assert.Equal(["message", "edited_message", "callback_query", "my_chat_member"], _telegram.Of("setWebhook")[0]["allowed_updates"]!.AsArray().Select(u => (string)u!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("123456789:AAabcdefghijklmnopqrstuvwxyz012345")]
    public async Task Whoever_does_not_know_the_secret_is_not_heard(string? secret)
    {
        var (chat, rows) = (Chat(), _server.Rows);
        Assert.Equal(401, await chat.Post(chat.Words("hello"), secret));
        Assert.Equal(rows, _server.Rows);
    }

    [Fact]
    public async Task A_talk_by_taps_and_words_goes_its_way()
    {
        var chat = Chat();
        Assert.Contains("Which language", AChat.Text(await chat.Say("/start 12345-67890-12345-67890-12345")), StringComparison.Ordinal);
        var welcome = await chat.Tap("English", 3);
        Assert.Contains(welcome, m => ((string)m["text"]!).StartsWith("This app's company", StringComparison.Ordinal));
        Assert.Contains("Are you in danger right now?", (string)welcome[^1]["text"]!, StringComparison.Ordinal);
        Assert.Equal(["Yes", "No", "Not sure"], AChat.Titles(welcome[^1]).Take(3));
        Assert.Contains("Erase everything", AChat.Titles(welcome[^1]));
        Assert.All(chat.Sent, m => Assert.True((bool)m["link_preview_options"]!["is_disabled"]!));
        await chat.Say("no");
        Assert.Contains(await chat.Tap("No"), m => FakeTelegram.Buttons(m).Count > 0);
        await Settled.After(() => _telegram.Of("answerCallbackQuery"), 0, 2);
        Assert.Equal(2, _telegram.Of("answerCallbackQuery").Count);
    }

    [Fact]
    public async Task The_same_update_twice_is_one_turn()
    {
        var chat = Chat();
        await chat.Say("hello");
        var update = chat.Words("en");
        await chat.Bring(update, 3);
        var (count, rows) = (chat.Sent.Count, _server.Rows);
        Assert.Equal(200, await chat.Post(update));
        await Task.Delay(150);
        Assert.Equal((count, rows), (chat.Sent.Count, _server.Rows));
    }

    [Fact]
    public async Task An_old_button_answers_no_new_question()
    {
        var chat = Chat();
        await chat.Say("hello");
        var danger = (await chat.Say("en", 3))[^1];
        var device = (await chat.Say("no"))[^1];
        var shown = await chat.Bring(chat.TapOn("No", danger));
        Assert.Equal((string)device["text"]!, (string)shown[^1]["text"]!);
        Assert.DoesNotContain("emergency", AChat.Text(shown), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_taps_on_an_old_button_to_be_in_danger_is_in_danger()
    {
        var chat = Chat();
        await chat.Say("hello");
        var danger = (await chat.Say("en", 3))[^1];
        await chat.Say("no");
        Assert.Contains("emergency", AChat.Text(await chat.Bring(chat.TapOn("Yes", danger))), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_was_answered_by_a_tap_loses_its_buttons()
    {
        var chat = Chat();
        await chat.Say("hello");
        var asked = chat.Sent[^1];
        await chat.Tap("English", 3);
        var edit = Assert.Single(await Settled.After(() => _telegram.Of("editMessageReplyMarkup"), 0, 1));
        Assert.Equal((int)asked["message_id"]!, (int)edit["message_id"]!);
        Assert.Empty(FakeTelegram.Buttons(edit));
    }

    [Fact]
    public async Task Of_several_each_is_ticked_under_the_same_message_until_done()
    {
        var chat = Chat();
        foreach (var text in (string[])["hello", "en", "no", "no", "adult"])
            await chat.Say(text);
        await chat.Say("abuse.threat");
        var asked = await UntilTicks(chat);
        var (first, second) = (AChat.Titles(asked)[0], AChat.Titles(asked)[1]);
        var count = chat.Sent.Count;
        await chat.Bring(chat.TapOn(first, asked), 0);
        await Eventually(() => AChat.Titles(asked).Any(t => t == "✓ " + first));
        await chat.Bring(chat.TapOn(second, asked), 0);
        await Eventually(() => AChat.Titles(asked).Count(t => t.StartsWith('✓')) == 2);
        await chat.Bring(chat.TapOn("✓ " + first, asked), 0);
        await Eventually(() => AChat.Titles(asked).Count(t => t.StartsWith('✓')) == 1);
        Assert.Equal(count, chat.Sent.Count);
        Assert.NotEqual((string)asked["text"]!, (string)(await chat.Bring(chat.TapOn("Done", asked)))[^1]["text"]!);
    }

    [Fact]
    public async Task Telegram_asks_to_wait_and_gets_the_message_then()
    {
        _telegram.Refusals["sendMessage"] = new([new() { ["error_code"] = 429, ["description"] = "Too Many Requests: retry after 1", ["parameters"] = new JsonObject { ["retry_after"] = 1 } }]);
        var chat = Chat();
        var post = chat.Post(chat.Words("hello"));
        for (var i = 0; i < 60 && _telegram.SentTo(chat.Id).Count < 2; i++)
        {
            await Task.Delay(50);
            _server.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }
        Assert.Equal(200, await post);
        Assert.Equal((string)chat.Sent[0]["text"]!, (string)chat.Sent[1]["text"]!);
    }

    [Fact]
    public async Task Pictures_are_refused_with_a_reason_and_their_words_are_answered()
    {
        var chat = Chat();
        await chat.Say("hello");
        await chat.Say("en", 3);
        var photo = new JsonArray(new JsonObject { ["file_id"] = "a", ["file_unique_id"] = "b", ["width"] = 1, ["height"] = 1 });
        var refused = await chat.Bring(chat.Message(m => m["photo"] = photo.DeepClone()), 2);
        Assert.StartsWith("Pictures are not kept here", (string)refused[0]["text"]!, StringComparison.Ordinal);
        Assert.Contains("Are you in danger", (string)refused[^1]["text"]!, StringComparison.Ordinal);
        var answered = await chat.Bring(chat.Message(m => (m["photo"], m["caption"]) = (photo.DeepClone(), "no")), 2);
        Assert.StartsWith("Pictures are not kept here", AChat.Text(answered), StringComparison.Ordinal);
        Assert.DoesNotContain("Are you in danger", AChat.Text(answered), StringComparison.Ordinal);
        Assert.DoesNotContain(_telegram.Calls, c => c.Method == "getFile");
    }

    [Fact]
    public async Task A_message_that_was_changed_afterwards_changes_nothing_and_is_told_so()
    {
        var chat = Chat();
        await chat.Say("hello");
        await chat.Say("en", 3);
        var told = await chat.Bring(chat.Edit("yes"), 2);
        Assert.StartsWith("A change to a message is not read here", (string)told[0]["text"]!, StringComparison.Ordinal);
        Assert.Contains("Are you in danger", (string)told[^1]["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_left_with_one_sentence_and_nothing_is_stored()
    {
        var (chat, rows) = (Chat(), _server.Rows);
        var update = chat.Words("he wants to kill me");
        update["message"]!["chat"] = new JsonObject { ["id"] = -42, ["type"] = "group", ["title"] = "Family" };
        Assert.Equal(200, await chat.Post(update));
        await Settled.After(() => _telegram.Of("leaveChat"), 0, 1);
        Assert.Equal("I only answer in a chat with one person.", (string?)Assert.Single(_telegram.SentTo(-42))["text"]);
        Assert.Equal(-42, (long)Assert.Single(_telegram.Of("leaveChat"))["chat_id"]!);
        Assert.Equal(rows, _server.Rows);
    }

    [Fact]
    public async Task Erasing_takes_the_messages_of_both_back_and_says_goodbye()
    {
        var chat = Chat();
        var rows = _server.Rows;
        var said = new List<int>();
        foreach (var text in (string[])["hello", "en", "no", "erase"])
        {
            var update = chat.Words(text);
            said.Add((int)update["message"]!["message_id"]!);
            await chat.Bring(update);
        }
        var before = chat.Sent.Select(m => (int)m["message_id"]!).ToList();
        var goodbye = await chat.Tap("Yes");
        Assert.Contains("Everything is erased", AChat.Text(goodbye), StringComparison.Ordinal);
        var deleted = _telegram.Of("deleteMessages").SelectMany(d => d["message_ids"]!.AsArray().Select(i => (int)i!)).ToList();
        Assert.Equal(said.Concat(before).Order(), deleted.Order());
        // Nothing is left but the mark of its end.
        Assert.Equal(rows + 1, _server.Rows);
        Assert.Equal(0, _server.Waiting);
        Assert.Contains("Which language", AChat.Text(await chat.Say("hello again")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_is_too_old_the_others_are_taken_back_one_by_one()
    {
        _telegram.Refusals["deleteMessages"] = new([new() { ["error_code"] = 400, ["description"] = "Bad Request: message can't be deleted" }]);
        _telegram.Refusals["deleteMessage"] = new([new() { ["error_code"] = 400, ["description"] = "Bad Request: message can't be deleted" }]);
        var chat = Chat();
        foreach (var text in (string[])["hello", "en", "erase"])
            await chat.Say(text);
        var count = chat.Sent.Count;
        await chat.Tap("Yes");
        Assert.Equal(count + 3, _telegram.Of("deleteMessage").Count);
    }

    [Fact]
    public async Task What_Telegram_could_not_take_back_is_asked_for_again()
    {
        _telegram.Refusals["deleteMessages"] = new(Enumerable.Range(0, 3).Select(_ => new JsonObject { ["error_code"] = 502, ["description"] = "Bad Gateway" }));
        var chat = Chat();
        foreach (var text in (string[])["hello", "en", "erase"])
            await chat.Say(text);
        var before = _telegram.Of("deleteMessages").Count;
        _server.Clock.Haste = 10;
        await chat.Tap("Yes");
        await Eventually(() => _server.Waiting == 0);
        Assert.Equal(before + 4, _telegram.Of("deleteMessages").Count);
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_written_to_no_more()
    {
        _telegram.Refusals["sendMessage"] = new(Enumerable.Range(0, 20).Select(_ => new JsonObject { ["error_code"] = 403, ["description"] = "Forbidden: bot was blocked by the user" }));
        var chat = Chat();
        Assert.Equal(200, await chat.Post(chat.Words("hello")));
        await chat.After(0, 1);
        var tried = chat.Sent.Count;
        await Task.Delay(1500);
        Assert.Equal(tried, chat.Sent.Count);
        // Who takes the bot back is asked what they were asked, and nothing stays.
        _telegram.Refusals.Clear();
        Assert.Contains("Which language", AChat.Text(await chat.Say("en")), StringComparison.Ordinal);
        await Eventually(() => _server.Waiting == 0);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"update_id\":1,\"message\":{\"message_id\":1}}")]
    [InlineData("{\"update_id\":1,\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":1,\"is_bot\":false,\"first_name\":\"x\"},\"data\":\"99.yes\"}}")]
    [InlineData("{\"update_id\":\"x\"}")]
    [InlineData("{\"update_id\":1,\"a_thing_of_next_year\":{\"x\":[1]}}")]
    public async Task What_is_no_message_is_taken_and_passed_over(string body)
    {
        var rows = _server.Rows;
        Assert.Equal(200, await Chat().Post(JsonNode.Parse(body)!));
        Assert.Equal(rows, _server.Rows);
    }

    [Fact]
    public async Task Readiness_tells_how_the_channel_stands_and_nothing_else()
    {
        await Chat().Say("hello");
        var ready = await _server.Http.GetStringAsync(new Uri("readyz", UriKind.Relative));
        Assert.Contains("telegram: configured, last success within 5 minutes", ready, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTelegram.Token, ready, StringComparison.Ordinal);
    }

    /// <summary>Skips until something is asked of which several can be chosen.</summary>
    private static async Task<JsonObject> UntilTicks(AChat chat)
    {
        for (var tried = 0; tried < 12; tried++)
        {
            if (chat.Sent[^1] is var asked && FakeTelegram.Buttons(asked).Any(b => ((string)b["callback_data"]!).Contains(".+", StringComparison.Ordinal)))
                return asked;
            await chat.Say("skip");
        }
        throw new InvalidOperationException("Nothing offers several choices.");
    }

    private static async Task Eventually(Func<bool> so)
    {
        for (var tried = 0; !so() && tried < 200; tried++)
            await Task.Delay(25);
        Assert.True(so());
    }
}
