using RemedyBot.Tests.Channels.Queue;

namespace RemedyBot.Tests.Channels;

/// <summary>The store fails while one person writes much.</summary>
public sealed class TelegramStuckTests
{
    [Fact]
    public async Task Telegram_is_asked_no_oftener_than_each_second_and_everything_is_heard_in_the_end()
    {
        await using var a = await ABotInTelegram.Start();
        var chat = new AChat(a.Telegram);
        foreach (var words in (string[])["hello", "en"])
            await chat.Say(words);
        a.Gate = () => Task.FromException(new IOException("The disk takes nothing just now."));
        a.Tried.Clear();
        a.Telegram.Bring(chat.Words("words 0"));
        await AQueue.Until(() => a.Tried.Count > 1);
        for (var i = 1; i < 25; i++)
            a.Telegram.Bring(chat.Words($"words {i}"));
        var asked = a.Telegram.Asked;
        // Two and a half seconds of its clock.
        await Task.Delay(500);
        Assert.InRange(a.Telegram.Asked - asked, 0, 5);
        // What waits is heard more slowly than Telegram is asked.
        a.Gate = () => Task.Delay(50);
        for (var tried = 0; !a.Tried.Contains("words 24") && tried < 600; tried++)
            await Task.Delay(100);
        await chat.After(0, 1);
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"words {i}"), a.Tried.Distinct());
        Assert.DoesNotContain("errors/too-fast", AChat.Text(chat.Sent), StringComparison.Ordinal);
    }
}
