using RemedyBot.Handoff.Consent;
using RemedyBot.Storage.Desk;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Live;

/// <summary>Where a talk turns into letters: what is written then is lost to nobody, shown to nobody else, and opens nothing again.</summary>
public sealed class TalkLettersTests
{
    private const string Asked = "Is he still hitting you?";

    [Fact]
    public async Task Who_comes_back_in_the_middle_of_a_talk_reads_what_was_written_only_when_nobody_else_may_look()
    {
        await using var talk = await ATalk.Start();
        var (reference, code) = await KeptAndTalking(talk);
        await talk.Act(reference, "say", Asked);
        var back = await APerson.Open(talk.Web, "en");
        await back.Say(code);
        await Hidden("return/device");
        await back.Choose("yes");
        await Hidden("return/hold");
        await talk.Act(reference, "say", "Please answer.");
        await back.Look();
        await Hidden("return/hold");
        await back.Choose("continue");
        Assert.Single(back.Said, text => text.Contains(Asked, StringComparison.Ordinal));
        await talk.Until("/desk/talks", html => !html.Contains(reference, StringComparison.Ordinal));
        for (var turn = 0; turn < 5 && back.Step != "return/menu"; turn++)
            await back.Wish("skip");
        await back.Choose("continue");
        Assert.Contains("This talk has come to its end.", back.Texts, StringComparison.Ordinal);

        async Task Hidden(string step)
        {
            Assert.Equal(step, back.Step);
            Assert.DoesNotContain(Asked, back.Texts, StringComparison.Ordinal);
            await back.Look();
            Assert.DoesNotContain(Asked, back.Texts, StringComparison.Ordinal);
            Assert.DoesNotContain("Please answer.", back.Texts, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_letter_after_the_talk_was_ended_at_the_desk_waits_for_that_too()
    {
        await using var talk = await ATalk.Start();
        var (reference, code) = await KeptAndTalking(talk);
        await talk.Act(reference, "end");
        await talk.Act(reference, "say", Asked);
        var back = await APerson.Open(talk.Web, "en");
        await back.Say(code);
        Assert.DoesNotContain(Asked, back.Texts, StringComparison.Ordinal);
        await back.Choose("no");
        Assert.Single(back.Said, text => text.Contains(Asked, StringComparison.Ordinal));
        Assert.DoesNotContain("on the person's side", await talk.See("/desk/talks/" + reference), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_before_the_device_was_asked_about_shows_nothing_and_opens_no_talk()
    {
        await using var talk = await ATalk.Start();
        var (first, code) = await KeptAndTalking(talk);
        await talk.Act(first, "say", Asked);
        var back = await APerson.Open(talk.Web, "en");
        await back.Say(code);
        await talk.Until("/desk/talks", html => !html.Contains(first, StringComparison.Ordinal));
        await back.Say("He is outside my door with a knife and says he will kill me");
        var help = back.Step;
        await back.Say("human");
        Assert.Equal(help, back.Step);
        Assert.Contains("once you have said if someone may see this screen", back.Texts, StringComparison.Ordinal);
        for (var turn = 0; turn < 5 && back.Step != "return/device"; turn++)
        {
            await back.Look();
            Assert.DoesNotContain(Asked, back.Texts, StringComparison.Ordinal);
            await back.Say("skip");
        }

        Assert.Equal("return/device", back.Step);
        await back.Wish("erase");
        Assert.DoesNotContain(Asked, back.Texts, StringComparison.Ordinal);
        await back.Choose("no");
        Assert.Equal("return/device", back.Step);
        Assert.DoesNotContain(Asked, back.Texts, StringComparison.Ordinal);
        await back.Choose("no");
        Assert.Single(back.Said, text => text.Contains(Asked, StringComparison.Ordinal));
        Assert.NotEqual("live/consent", back.Step);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Letters_to_and_fro_after_a_talk_do_not_open_it_again(bool taken)
    {
        await using var talk = await ATalk.Start();
        var person = await talk.Asked();
        var reference = await talk.Waiting();
        if (taken)
        {
            await talk.Act(reference, "accept");
            await person.LookUntil(p => p.Texts.Contains("is here now", StringComparison.Ordinal));
            await talk.Post("/desk/signout");
            await person.Look();
            await talk.SignIn();
        }
        else
        {
            talk.Clock.Advance(TimeSpan.FromMinutes(10));
            await person.Look();
        }

        await person.Choose("yes");
        var code = person.Code!;
        await person.Wish("skip");
        await person.Wish("stop");
        await talk.Until("/desk/talks", html => !html.Contains(reference, StringComparison.Ordinal));
        await talk.Act(reference, "say", "Write to us.");
        Assert.DoesNotContain(reference, await talk.See("/desk/talks"), StringComparison.Ordinal);
        var back = await APerson.Open(talk.Web, "en");
        await back.Say(code);
        await back.Choose("no");
        Assert.Equal("letter-answer/words", back.Step);
        await back.Say("I am still here.");
        await back.Choose("yes");
        await talk.UntilSaid(reference, "I am still here.");
        Assert.DoesNotContain(reference, await talk.See("/desk/talks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_of_the_case_is_answered_in_the_case_also_after_a_talk()
    {
        await using var chat = await AChat.Open(talks: true);
        chat.Worker!.Come();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.harassment", "enough", "confirm", "yes");
        for (var turn = 0; turn < 5 && person.Step != "keep/keep"; turn++)
            await person.Say("no");
        await person.Say("yes");
        var code = person.Code!;
        await person.Say("skip", "human", "yes");
        Assert.Equal("talk/words", person.Step);
        await chat.Worker.Act(HandoffState.Accepted);
        await person.Say("Good.", "finish");
        await chat.Worker.Act(HandoffState.Answered, "A word after the talk.");
        person = await (await chat.Greet("en", code)).Say("no");
        Assert.Contains("A word after the talk.", person.Texts, StringComparison.Ordinal);
        await person.SkipTo("return/menu");
        await person.Say("finish");
        var reference = await chat.Worker.Write("A word on the case.");
        person = await (await chat.Greet("en", code)).Say("no");
        Assert.Equal("letter-answer/words", person.Step);
        await person.Say("Of the case, too.", "yes");
        Assert.Equal(["Of the case, too."], await chat.Worker.Answers(reference));
    }

    [Fact]
    public async Task The_last_line_that_a_talk_holds_arrives_and_its_end_is_told()
    {
        const int Most = DeskDraft.MostLines - DeskDraft.MostAnswers;
        await using var chat = await AChat.Open(talks: true);
        chat.Worker!.Come();
        var person = await (await chat.Greet()).Say("no", "human", "yes");
        for (var line = 1; line < Most; line++)
            await person.Say($"Line {line}.");
        Assert.Equal("talk/words", person.Step);
        await person.Say("The last line.");
        Assert.Contains("This talk has come to its end.", person.Texts, StringComparison.Ordinal);
        Assert.Contains("they can still write to you", person.Texts, StringComparison.Ordinal);
        Assert.Equal("keep/keep", person.Step);
        var lines = await chat.Worker.Lines();
        Assert.Equal(["The last line.", null], lines.TakeLast(2).Select(line => line.Text));
        Assert.Equal(Most + 1, lines.Count);

        await person.Say("yes");
        await chat.Worker.Act(HandoffState.Answered, "Write to us.");
        var back = await (await chat.Greet("en", person.Code)).Say("no");
        Assert.Equal("letter-answer/words", back.Step);
        await back.Say("Thank you.", "yes");
        Assert.Equal("Thank you.", (await chat.Worker.Lines())[^1].Text);
    }

    /// <summary>Somebody with a code, in a talk that a worker has taken.</summary>
    private static async Task<(string Reference, string Code)> KeptAndTalking(ATalk talk)
    {
        var person = await talk.Asked();
        var first = await talk.Waiting();
        await person.Choose("finish");
        await person.Choose("yes");
        var code = person.Code!;
        await person.Wish("skip");
        await talk.Until("/desk/talks", html => !html.Contains(first, StringComparison.Ordinal));
        await person.Wish("human");
        await person.Choose("yes");
        var reference = await talk.Waiting();
        await talk.Act(reference, "accept");
        await person.LookUntil(p => p.Texts.Contains("is here now", StringComparison.Ordinal));
        return (reference, code);
    }
}
