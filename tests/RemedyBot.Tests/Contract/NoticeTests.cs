using RemedyBot.Handoff.Delivery;

namespace RemedyBot.Tests.Contract;

/// <summary>The one e-mail to the person, where she said yes to exactly that.</summary>
public sealed class NoticeTests
{
    private const string Address = "reader@mail.example";

    [Fact]
    public async Task An_e_mail_is_asked_about_by_its_words_and_goes_once_when_nobody_answered_in_time()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines, noticesFrom: "post@bot.example");
        var person = await UpToNotice(chat, "yes");
        var asked = person.Texts;
        Assert.All([Address, "post@bot.example", "This is the reminder that you asked for."], word => Assert.Contains(word, asked, StringComparison.Ordinal));
        await person.Say("yes");
        await person.SkipTo("keep/keep");
        Assert.DoesNotContain(helplines.Received, p => p.Form == ParcelForm.LateNotice);
        await person.Say("yes");
        chat.Later(5);
        await chat.Bot.Dispatcher.RunOnceAsync(default);
        Assert.DoesNotContain(helplines.Received, p => p.Form == ParcelForm.LateNotice);
        chat.Later(1);
        await chat.Bot.Dispatcher.RunOnceAsync(default);
        await chat.Bot.Dispatcher.RunOnceAsync(default);
        var notice = Assert.Single(helplines.Received, p => p.Form == ParcelForm.LateNotice);
        var held = helplines.Received.Single(p => p.IsCase);
        Assert.NotEqual(held.Ref, notice.Ref);
        Assert.Equal("self", notice.Recipient.Id);
        Assert.Contains(Address, notice.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(held.Ref, System.Text.Encoding.UTF8.GetString(notice.ToJson()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no", "yes", false)]
    [InlineData("skip", "yes", false)]
    [InlineData("yes", "no", false)]
    [InlineData("yes", "yes", true)]
    public async Task No_e_mail_goes_without_a_yes_without_a_code_or_after_it_was_taken_back(string answer, string keep, bool withdrawn)
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines, noticesFrom: "post@bot.example");
        var person = await UpToNotice(chat, "yes");
        await person.Say(answer);
        await person.SkipTo("keep/keep");
        await person.Say(keep);
        if (withdrawn)
            await person.Say("change", "/consent/" + TwoHelplines.Clear, "yes");
        chat.Later(6);
        await chat.Bot.Dispatcher.RunOnceAsync(default);
        Assert.DoesNotContain(helplines.Received, p => p.Form == ParcelForm.LateNotice);
    }

    [Theory]
    [InlineData(false, "change", "/contact/channels/-/safe", "no")]
    [InlineData(false, "change", "/contact/channels/-/safe", "unknown")]
    [InlineData(false, "change", "/contact/channels/-/value", "another@mail.example")]
    [InlineData(false, "change", "/contact/channels/-/value", "another@mail.example", "no")]
    [InlineData(false, "change", "/contact/channels/-/kind", "phone")]
    [InlineData(false, "change", "/contact/allowed", "no")]
    [InlineData(false, "change", "/safety/device_compromise", "yes")]
    [InlineData(true, "yes")]
    [InlineData(true, "unknown")]
    public async Task No_e_mail_goes_after_she_said_that_it_is_not_safe_there_any_more(bool returns, params string[] says)
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines, noticesFrom: "post@bot.example");
        var person = await KeptWithNotice(chat);
        if (returns)
            person = await chat.Greet("en", person.Code);
        await person.Say(says);
        Assert.DoesNotContain(await NoticesAsync(chat), p => p.Recipient.Id == "self");
        Assert.Single(helplines.Received, p => p.IsCase);
    }

    [Fact]
    public async Task It_still_goes_where_she_came_back_and_it_is_safe()
    {
        await using var chat = await AChat.Open(desk: false, helplines: new(), noticesFrom: "post@bot.example");
        var person = await KeptWithNotice(chat);
        await (await chat.Greet("en", person.Code)).Say("no", "finish");
        Assert.Contains(Address, Assert.Single(await NoticesAsync(chat)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_is_asked_about_anew_and_only_that_one_is_written_to()
    {
        await using var chat = await AChat.Open(desk: false, helplines: new(), noticesFrom: "post@bot.example");
        var person = await KeptWithNotice(chat);
        await person.Say("change", "/contact/channels/-/value", "another@mail.example");
        await person.SkipTo("recipient-consent/notice");
        Assert.Contains("another@mail.example", person.Texts, StringComparison.Ordinal);
        await person.Say("yes");
        Assert.Contains("another@mail.example", Assert.Single(await NoticesAsync(chat)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_changed_before_the_chat_is_kept_is_not_the_one_that_she_said_yes_to()
    {
        await using var chat = await AChat.Open(desk: false, helplines: new(), noticesFrom: "post@bot.example");
        var person = await UpToNotice(chat, "yes");
        await person.Say("yes");
        await person.Say("change", "/contact/channels/-/value", "another@mail.example");
        await person.SkipTo("keep/keep");
        await person.Say("yes");
        Assert.Empty(await NoticesAsync(chat));
    }

    [Fact]
    public async Task It_is_not_asked_about_again_once_somebody_has_seen_the_case()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines, noticesFrom: "post@bot.example");
        var person = await KeptWithNotice(chat);
        await helplines.Answer(chat.Bot.Vault, "We have read it.");
        person = await chat.Greet("en", person.Code);
        await person.Say("no", "skip", "change", "/contact/channels/-/value", "another@mail.example");
        for (var turn = 0; turn < 20 && !person.Ended; turn++)
        {
            Assert.NotEqual("recipient-consent/notice", person.Step);
            await person.Say(person.Step == "return/menu" ? "continue" : person.Kind == "review" ? "confirm" : "skip");
        }
    }

    [Fact]
    public async Task No_e_mail_is_made_in_the_turn_in_which_the_word_is_read_that_somebody_has_seen_the_case()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines, noticesFrom: "post@bot.example");
        var person = await UpToNotice(chat, "yes");
        await person.Say("yes");
        await person.SkipTo("keep/keep");
        await helplines.Answer(chat.Bot.Vault, "We have read it.");
        await person.Say("yes");
        Assert.Empty(await NoticesAsync(chat));
    }

    [Fact]
    public async Task One_that_waits_is_taken_back_when_she_reads_that_somebody_has_seen_the_case()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines, noticesFrom: "post@bot.example");
        var person = await KeptWithNotice(chat);
        await helplines.Answer(chat.Bot.Vault, "We have read it.");
        await chat.Greet("en", person.Code);
        Assert.Empty(await NoticesAsync(chat));
    }

    [Theory]
    [InlineData("no", "post@bot.example")]
    [InlineData("unknown", "post@bot.example")]
    [InlineData("yes", null)]
    public async Task It_is_not_asked_about_where_others_read_along_or_no_mail_is_configured(string safe, string? from)
    {
        await using var chat = await AChat.Open(desk: false, helplines: new(), noticesFrom: from);
        var person = await UpToConsent(chat, safe);
        await NeverAskedAsync(await person.Say("no", "yes"));
    }

    [Fact]
    public async Task It_is_not_asked_about_where_nobody_can_say_that_the_case_was_seen_and_a_case_there_is_never_called_late()
    {
        var helplines = new TwoHelplines();
        await using var chat = await AChat.Open(desk: false, helplines: helplines, noticesFrom: "post@bot.example");
        var person = await UpToConsent(chat, "yes");
        Assert.Contains("cannot tell us when they read your case", person.Texts, StringComparison.Ordinal);
        Assert.DoesNotContain("say within", person.Texts, StringComparison.Ordinal);
        await NeverAskedAsync(await person.Say("yes"));
        Assert.Equal(TwoHelplines.Sealed, Assert.Single(helplines.Received).Recipient.Id);
        await person.Say("yes");
        var code = person.Code!;
        chat.Later(9);
        await chat.Bot.Dispatcher.RunOnceAsync(default);
        Assert.Single(helplines.Received);
        person = await chat.Greet("en", code);
        await person.Say("no");
        Assert.Contains("It has been delivered. They cannot tell us when they read it.", person.Texts, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody has", person.Texts, StringComparison.Ordinal);
        Assert.DoesNotContain("No answer has come", person.Texts, StringComparison.Ordinal);
        Assert.Contains("send", person.Choices);
        await person.Say("edit", "/consent/" + TwoHelplines.Sealed, "yes");
        person = await chat.Greet("en", code);
        await person.Say("no");
        Assert.Contains("the request to delete it was delivered", person.Texts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no", false)]
    [InlineData("yes", true)]
    public async Task Whoever_leaves_no_way_to_be_reached_is_told_that_nothing_will_come_from_there(string contact, bool reachable)
    {
        await using var chat = await AChat.Open(desk: false, helplines: new());
        var person = await UpToConsent(chat, "yes", contact);
        await person.Say("yes");
        Assert.Equal(!reachable, person.Texts.Contains("do not expect to hear from them", StringComparison.Ordinal));
    }

    private static async Task<Person> KeptWithNotice(AChat chat)
    {
        var person = await UpToNotice(chat, "yes");
        await person.Say("yes");
        await person.SkipTo("keep/keep");
        return await person.Say("yes");
    }

    /// <summary>What has gone to the person once the usual time is over.</summary>
    private static async Task<IReadOnlyList<Parcel>> NoticesAsync(AChat chat)
    {
        chat.Later(6);
        await chat.Bot.Dispatcher.RunOnceAsync(default);
        await chat.Bot.Dispatcher.RunOnceAsync(default);
        return [.. chat.Helplines!.Received.Where(p => p.Form == ParcelForm.LateNotice)];
    }

    private static async Task NeverAskedAsync(Person person)
    {
        for (var turn = 0; turn < 10 && person.Step != "keep/keep"; turn++)
        {
            Assert.NotEqual("recipient-consent/notice", person.Step);
            await person.Say(person.Kind == "consent" ? "no" : "skip");
        }
    }

    private static async Task<Person> UpToNotice(AChat chat, string safe)
    {
        var person = await UpToConsent(chat, safe);
        // The first cannot say that it saw a case, so it is passed over.
        await person.Say("no", "yes");
        return await person.SkipTo("recipient-consent/notice");
    }

    private static async Task<Person> UpToConsent(AChat chat, string safe, string contact = "yes")
    {
        var person = await chat.Greet();
        await person.Say("no", "no", "adult", "abuse.harassment");
        for (var turn = 0; turn < 60 && person.Step != "recipient-consent/default"; turn++)
            await person.Say(person.Step switch
            {
                "contact/allowed" => contact,
                "contact/channel" => "email",
                "contact/value" => Address,
                "contact/safe" => safe,
                _ => person.Kind == "review" ? "confirm" : "skip",
            });
        return person;
    }
}
