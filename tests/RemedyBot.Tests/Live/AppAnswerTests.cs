using RemedyBot.Tests.Channels;

namespace RemedyBot.Tests.Live;

/// <summary>A helpline's answer to somebody who came by a messaging app, where no code is typed: it comes with their next message.</summary>
public sealed class AppAnswerTests : IAsyncLifetime
{
    private const string Words = "CANARY please call us";
    private const string Device = "Might someone else see what you do on this device?";
    private const string Announced = "There is an answer for you";

    private FakeTelegram _telegram = null!;
    private AnAppCase _case = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.Start();
        _case = await AnAppCase.Start(_telegram);
    }

    public async Task DisposeAsync()
    {
        await _case.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    [Theory]
    [InlineData("hello, is there an answer?")]
    [InlineData("so-far")]
    [InlineData("/start")]
    public async Task Whatever_is_written_next_brings_it_once_after_the_device_question(string knock)
    {
        var reference = await _case.HandOver();
        await _case.Answer(reference, Words);

        var knocked = AChat.Text(await _case.Chat.Say(knock));
        if (knocked.Contains(Device, StringComparison.Ordinal))
            Assert.DoesNotContain("did not understand", knocked, StringComparison.Ordinal);
        else
            // A wish is answered first.
            knocked = AChat.Text(await _case.Chat.Say("continue"));
        Assert.Contains(Device, knocked, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, knocked, StringComparison.Ordinal);

        var shown = AChat.Text(await _case.Chat.Say("no"));
        Assert.Contains(Announced, shown, StringComparison.Ordinal);
        Assert.Contains(Words, shown, StringComparison.Ordinal);

        await _case.Chat.Say("skip");
        Assert.DoesNotContain(Device, AChat.Text(await _case.Chat.Say("continue")), StringComparison.Ordinal);
        await _case.Answer(reference, "And another word");
        Assert.Contains(Device, AChat.Text(await _case.Chat.Say("hello?")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_it_shows_while_somebody_else_may_look()
    {
        await _case.Answer(await _case.HandOver(), Words);
        await _case.Chat.Say("hello?");
        Assert.DoesNotContain(Words, AChat.Text(await _case.Chat.Say("yes")), StringComparison.Ordinal);
        Assert.Contains(Words, AChat.Text(await _case.Chat.Say("continue")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_in_that_message_is_answered_before()
    {
        await _case.Answer(await _case.HandOver(), Words);
        var helped = AChat.Text(await _case.Chat.Say("he is outside my door with a knife"));
        Assert.Contains("emergency", helped, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Device, helped, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_comes_also_where_the_kept_chat_has_ended(bool begunAnew)
    {
        var reference = await _case.HandOver();
        Assert.Contains("your next message here shows it", AChat.Text(await _case.Chat.Say("stop")), StringComparison.Ordinal);
        if (begunAnew)
            Assert.Contains("Which language", AChat.Text(await _case.Chat.Say("hello")), StringComparison.Ordinal);
        await _case.Answer(reference, Words);

        Assert.Contains(Device, AChat.Text(await _case.Chat.Say(begunAnew ? "en" : "hello")), StringComparison.Ordinal);
        Assert.Contains(Words, AChat.Text(await _case.Chat.Say("no")), StringComparison.Ordinal);
        // It goes on there, and can be answered.
        await _case.Chat.Say("Thank you, I will");
        Assert.Contains("Your words are waiting", AChat.Text(await _case.Chat.Say("yes")), StringComparison.Ordinal);
        Assert.Contains("This is the end for today", AChat.Text(await _case.Chat.Say("finish")), StringComparison.Ordinal);
        Assert.Contains("Which language", AChat.Text(await _case.Chat.Say("hello")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_news_an_ended_chat_stays_ended_and_danger_is_still_heard_where_there_is_news()
    {
        var reference = await _case.HandOver();
        await _case.Chat.Say("stop");
        Assert.Contains("Which language", AChat.Text(await _case.Chat.Say("hello")), StringComparison.Ordinal);
        await _case.Answer(reference, Words);
        var helped = AChat.Text(await _case.Chat.Say("he is outside my door with a knife"));
        Assert.Contains("emergency", helped, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Device, helped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_everything_erased_reaches_the_chat_that_has_ended()
    {
        await _case.HandOver();
        await _case.Chat.Say("stop");
        var asked = AChat.Text(await _case.Chat.Say("erase"));
        Assert.DoesNotContain("Nothing is kept here", asked, StringComparison.Ordinal);
        Assert.Contains("Everything is erased", AChat.Text(await _case.Chat.Say("yes")), StringComparison.Ordinal);
        Assert.Contains("Nothing is kept here", AChat.Text(await _case.Chat.Say("erase")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_page_nobody_is_promised_one_nor_a_code()
    {
        await _case.HandOver();
        await _case.Chat.Say("stop");
        var said = AChat.Text(_case.Chat.Sent);
        Assert.Contains("This chat has no web page", said, StringComparison.Ordinal);
        Assert.DoesNotContain("On the web page", said, StringComparison.Ordinal);
        Assert.DoesNotContain("code", said.Replace("codes", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task With_a_page_its_address_stands_where_the_code_is_given_and_in_the_goodbye()
    {
        await _case.DisposeAsync();
        _case = await AnAppCase.Start(_telegram, s => s with { PublicUrl = new("https://help.example/") });
        await _case.Consent();
        var code = (string)_case.Chat.Sent.Single(m => ((string)m["text"]!).Contains("Your code is", StringComparison.Ordinal))["text"]!;
        Assert.Contains("The page is at", code, StringComparison.Ordinal);
        Assert.Contains("https://help.example/", code, StringComparison.Ordinal);
        await _case.Chat.Say("skip");
        Assert.Contains("https://help.example/", AChat.Text(await _case.Chat.Say("stop")), StringComparison.Ordinal);
    }
}
