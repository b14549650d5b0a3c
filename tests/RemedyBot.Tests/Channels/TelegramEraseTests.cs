using RemedyBot.Tests.Channels.Queue;
using RemedyBot.Tests.Storage.Sqlite;

namespace RemedyBot.Tests.Channels;

/// <summary>An erase is the end, whatever fails or comes behind it.</summary>
public sealed class TelegramEraseTests : IAsyncLifetime
{
    private ABotInTelegram _a = null!;
    private AChat _chat = null!;

    public async Task InitializeAsync()
    {
        _a = await ABotInTelegram.Start();
        _chat = new(_a.Telegram);
    }

    public async Task DisposeAsync() => await _a.DisposeAsync();

    [Fact]
    public async Task Where_the_log_cannot_be_emptied_it_says_goodbye_takes_back_what_was_sent_and_begins_nothing()
    {
        foreach (var words in (string[])["hello", "en", "erase"])
            await _chat.Say(words);
        var before = _chat.Sent;
        var failures = 1;
        await ABadCheckpoint.In(_a.Bot.Vault, () => failures-- > 0);

        var after = await _chat.Say("yes");

        Assert.True(failures < 1, "Nothing failed.");
        Assert.Contains("erased", AChat.Text(after), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Which language", AChat.Text(after), StringComparison.Ordinal);
        Assert.Superset(before.Select(m => (int)m["message_id"]!).ToHashSet(), _a.Telegram.Of("deleteMessages").SelectMany(b => b["message_ids"]!.AsArray()).Select(id => (int)id!).ToHashSet());
        Assert.Equal(0, await _a.Conversations);
    }

    [Fact]
    public async Task A_button_that_was_left_begins_nothing_and_words_do()
    {
        foreach (var words in (string[])["hello", "en"])
            await _chat.Say(words);
        var left = _chat.Sent.Last(m => FakeTelegram.Buttons(m).Count > 0);
        foreach (var words in (string[])["erase", "yes"])
            await _chat.Say(words);
        var before = _chat.Sent.Count;

        var asked = _a.Telegram.Of("answerCallbackQuery").Count;
        _a.Telegram.Bring(_chat.TapOn("No", left));
        await AQueue.Until(() => _a.Telegram.Of("answerCallbackQuery").Count > asked);
        Assert.Equal(0, await _a.Conversations);

        // Whatever the tap had said would stand before this.
        var greeting = await _chat.Say("hello");
        Assert.Equal(before + greeting.Count, _chat.Sent.Count);
        Assert.Equal(1, await _a.Conversations);
    }

    [Fact]
    public async Task What_came_too_fast_behind_it_begins_nothing()
    {
        foreach (var words in (string[])["hello", "en"])
            await _chat.Say(words);
        var gate = new TaskCompletionSource();
        _a.Gate = () => gate.Task;
        var asked = _a.Telegram.Asked;
        // As many as may wait, and some that are not read.
        foreach (var words in Enumerable.Repeat("words", 18).Concat(["erase", "yes", "hello?", "hello?"]))
            _a.Telegram.Bring(_chat.Words(words));
        await AQueue.Until(() => _a.Telegram.Asked > asked + 2);
        gate.SetResult();
        await AQueue.Until(() => AChat.Text(_chat.Sent).Contains("erased", StringComparison.OrdinalIgnoreCase));
        var ended = await _chat.After(0, 1);

        Assert.Contains("erased", (string)ended[^1]["text"]!, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await _a.Conversations);
    }
}
