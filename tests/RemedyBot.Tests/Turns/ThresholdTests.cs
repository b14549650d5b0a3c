using Microsoft.Extensions.Time.Testing;
using RemedyBot.Composition;
using RemedyBot.Tests.Handoff;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Turns;

/// <summary>What begins a conversation in an app, how fast, and what slows nobody who has begun.</summary>
public sealed class ThresholdTests
{
    private static readonly Lazy<LoadedContent> Content = new(() => LoadedContent.Read(new ContentFolder(null)));
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider _time = new(new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private int _ids;

    [Fact]
    public async Task A_message_of_a_chat_that_goes_on_does_not_count_as_a_start()
    {
        await using var bot = await Open(new(Starts: 1, Messages: 100));
        for (var n = 0; n < 5; n++)
            Assert.Equal(TurnStatus.Done, (await Say(bot, "hello").WaitAsync(Patience)).Status);
    }

    [Fact]
    public async Task Looks_take_nothing_from_the_messages_of_the_person()
    {
        await using var bot = await Open(new(Starts: 1, Messages: 2));
        await Say(bot, "hello");
        var looks = Enumerable.Range(0, 5).Select(_ => Say(bot, "", look: true)).ToList();
        Assert.Equal(TurnStatus.Done, (await Say(bot, "en").WaitAsync(Patience)).Status);
        // One goes at once, whichever came first; the others wait for their second.
        await Task.WhenAny(looks).WaitAsync(Patience);
        Assert.Contains(looks, look => !look.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(looks).WaitAsync(Patience);
    }

    [Fact]
    public async Task Where_too_many_were_kept_it_says_so_each_time()
    {
        await using var bot = await Open(null);
        for (var chats = 0; chats < RemedyBot.Storage.Vault.AppConversations.MostKept; chats++)
        {
            foreach (var text in (string[])["hello", "en", "no", "stop"])
                await Say(bot, text);
            Assert.True((await Say(bot, "yes")).Ended);
        }
        for (var n = 0; n < 2; n++)
        {
            var full = await Say(bot, "hello");
            Assert.Equal(("apps/closed", TurnStatus.Done), (Assert.Single(full.Messages).Step, full.Status));
        }
    }

    [Fact]
    public async Task The_chat_goes_on_after_two_earlier_ones_left_by_their_codes_and_erasing_takes_it()
    {
        await using var bot = await Open(null, page: "https://help.example/");
        var codes = new List<string>();
        for (var kept = 0; kept < 2; kept++)
        {
            foreach (var text in (string[])["hello", "en", "no", "stop"])
                await Say(bot, text);
            codes.Add((await Say(bot, "yes")).Code!);
            await Say(bot, "skip");
        }
        await Say(bot, "hello");
        await Say(bot, "en");
        var third = await Say(bot, "no");
        var page = new List<string>();
        foreach (var code in codes)
        {
            var back = await bot.Runner.HandleAsync(new(null, Id(), code, ["en"]) { Language = "en" }, default);
            Assert.Equal("return/device", back.Messages[^1].Step);
            page.Add(back.Token);
        }

        Assert.Equal(third.Messages[^1].Step, (await Say(bot, "")).Messages[^1].Step);
        foreach (var token in page)
        {
            await bot.Runner.HandleAsync(new(token, Id(), "erase", ["en"]), default);
            await bot.Runner.HandleAsync(new(token, Id(), "yes", ["en"]), default);
        }
        await Say(bot, "erase");
        Assert.True((await Say(bot, "yes")).Erased);
        Assert.Equal(0, (await bot.Vault.Caretaker.ReadinessAsync(default)).Unkept);
        Assert.Equal(0, await bot.Vault.Database.ReadAsync(session => session.Count(RemedyBot.Storage.Sqlite.Table.Conversation), default));
    }

    [Fact]
    public async Task A_message_for_a_chat_that_is_there_begins_none()
    {
        await using var bot = await Open(null);
        var reply = await bot.Runner.HandleAsync(new(null, Id(), "no", ["en"]) { App = new("app:some", "1") { Stays = true } }, default);
        Assert.Equal((TurnStatus.Closed, 0), (reply.Status, reply.Seq));
        Assert.Equal("language/language", (await Say(bot, "hello")).Messages[^1].Step);
    }

    [Theory]
    [InlineData("I want to leave")]
    [InlineData("quiero terminar")]
    [InlineData("adeus")]
    [InlineData("goodbye")]
    public async Task Whoever_speaks_of_leaving_is_greeted(string text)
    {
        await using var bot = await Open(null);
        Assert.NotEmpty((await Say(bot, text)).Messages);
    }

    [Theory]
    [InlineData("STOP", 0)]
    [InlineData(" stop. ", 0)]
    [InlineData("erase", 1)]
    [InlineData("Borrar todo", 1)]
    public async Task Whoever_says_the_button_of_leaving_begins_nothing(string text, int told)
    {
        await using var bot = await Open(null);
        var reply = await Say(bot, text);
        Assert.Equal((told, true), (reply.Messages.Count, reply.Ended));
    }

    [Theory]
    [InlineData("erase", "yes")]
    [InlineData("stop", "no")]
    public async Task The_message_that_ended_a_chat_gets_its_goodbye_again_and_begins_nothing_after_a_restart(string wish, string sure)
    {
        using var folder = new AFolder();
        TurnReply goodbye;
        await using (var bot = await Open(null, folder.Path))
        {
            foreach (var text in (string[])["hello", "en", "no", "no", wish])
                await Say(bot, text);
            goodbye = await Say(bot, sure);
            Assert.True(goodbye.Ended);
            Assert.NotEmpty(goodbye.Messages);
            Assert.Equal(goodbye.Messages.Select(m => m.Text), (await Repeat(bot, sure)).Messages.Select(m => m.Text));
        }

        await using (var bot = await Open(null, folder.Path))
        {
            var again = await Repeat(bot, sure);
            Assert.Equal((0, true), (again.Messages.Count, again.Ended));
            Assert.Contains("language/hello", (await Say(bot, sure)).Messages.Select(m => m.Step));
        }
    }

    private Task<TurnReply> Repeat(Bot bot, string text) =>
        bot.Runner.HandleAsync(new(null, "message-" + _ids, text, ["en"]) { App = new("app:some", "1") }, default);

    private Task<TurnReply> Say(Bot bot, string text, bool look = false) =>
        bot.Runner.HandleAsync(new(null, Id(), text, ["en"]) { App = new("app:some", "1"), Look = look }, default);

    private string Id() => "message-" + Interlocked.Increment(ref _ids);

    private Task<Bot> Open(PaceLimits? pace, string? folder = null, string? page = null) => Bot.OpenAsync(new(Content.Value, new() { DataFolder = folder }, new() { Page = page }) { Time = _time, Pace = pace }, default);
}
