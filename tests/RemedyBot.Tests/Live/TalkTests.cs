using System.Net;
using System.Text.RegularExpressions;

namespace RemedyBot.Tests.Live;

/// <summary>A person on the page and a worker at the desk, over the real server.</summary>
public sealed class TalkTests
{
    [Fact]
    public async Task They_talk_and_it_ends_in_the_mailbox()
    {
        await using var talk = await ATalk.Start();
        var person = await talk.Asked();
        Assert.Contains("Nobody has answered yet", person.Texts, StringComparison.Ordinal);
        Assert.True(person.Live);
        await person.Say("Can you hear me?");
        Assert.Empty(person.Said);

        var reference = await talk.Waiting();
        await talk.UntilSaid(reference, "Can you hear me?");
        await talk.Act(reference, "accept");
        await person.LookUntil(p => p.Texts.Contains("is here now", StringComparison.Ordinal));
        await talk.Act(reference, "say", "Yes. I am with you.");
        await person.LookUntil(p => p.Human.Count > 0);
        Assert.Contains("Yes. I am with you.", person.Human[0], StringComparison.Ordinal);
        Assert.Contains("A person at", person.Human[0], StringComparison.Ordinal);
        Assert.Single(person.Said);

        await person.Say("Thank you.");
        await talk.UntilSaid(reference, "Thank you.");
        var page = await talk.See("/desk/talks/" + reference);
        Assert.True(page.IndexOf("Can you hear me?", StringComparison.Ordinal) < page.IndexOf("I am with you.", StringComparison.Ordinal));
        Assert.True(page.IndexOf("I am with you.", StringComparison.Ordinal) < page.IndexOf("Thank you.", StringComparison.Ordinal));

        await talk.Act(reference, "end", "Take care.");
        await person.LookUntil(p => p.Texts.Contains("has ended the talk", StringComparison.Ordinal));
        Assert.Contains("Take care.", person.Human[0], StringComparison.Ordinal);
        Assert.Equal("keep/keep", person.Step);
        Assert.False(person.Live);
        await person.Choose("yes");
        var code = person.Code!;
        await person.Wish("skip");

        await talk.Act(reference, "say", "One more thing: the form is here.");
        await person.Wish("stop");
        var back = await APerson.Open(talk.Web, "en");
        await back.Say(code);
        await back.Choose("no");
        Assert.Contains("One more thing: the form is here.", back.Texts, StringComparison.Ordinal);
        Assert.DoesNotContain("I am with you.", back.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_whose_form_is_sent_again_is_said_once()
    {
        await using var talk = await ATalk.Start();
        var person = await talk.Asked();
        var reference = await talk.Waiting();
        await talk.Act(reference, "accept");
        await Task.WhenAll(Send(await Form()), talk.Act(reference, "say", "A colleague is here too."));
        var form = await Form();
        await Task.WhenAll(Send(form), Send(form));
        await Send(form);
        await Send(form, "Take your time.");

        await person.LookUntil(p => p.Human.Count > 0);
        var page = await talk.See("/desk/talks/" + reference);
        Assert.Equal(2, page.Split("Yes. I am with you.").Length - 1);
        Assert.Equal(1, page.Split("A colleague is here too.").Length - 1);
        Assert.Equal(1, page.Split("Take your time.").Length - 1);

        async Task<string> Form() => Regex.Match(await talk.See("/desk/talks/" + reference), "name=\"form\" value=\"([0-9A-F]{16})\"").Groups[1].Value;
        Task Send(string form, string words = "Yes. I am with you.") => talk.Post("/desk/talks/" + reference, ("act", "say"), ("text", words), ("form", form));
    }

    [Fact]
    public async Task An_end_by_the_worker_is_asked_about_once_and_going_back_ends_nothing()
    {
        await using var talk = await ATalk.Start();
        var person = await talk.Asked();
        var reference = await talk.Waiting();
        await talk.Act(reference, "accept");
        await person.LookUntil(p => p.Texts.Contains("is here now", StringComparison.Ordinal));
        var page = await talk.See("/desk/talks/" + reference);
        Assert.DoesNotContain("value=\"end\"", page, StringComparison.Ordinal);

        var asked = await Pressed("ask-end");
        Assert.Contains("The talk ends for both.", asked, StringComparison.Ordinal);
        Assert.Contains("value=\"end\"", asked, StringComparison.Ordinal);
        Assert.Contains("Take care.</textarea>", asked, StringComparison.Ordinal);
        var back = await Pressed("back");
        Assert.DoesNotContain("The talk ends for both.", back, StringComparison.Ordinal);
        Assert.Contains("Take care.</textarea>", back, StringComparison.Ordinal);
        await person.Look();
        Assert.True(person.Live);
        Assert.Empty(person.Said);

        await talk.Act(reference, "end", "Take care.");
        await person.LookUntil(p => p.Texts.Contains("has ended the talk", StringComparison.Ordinal));
        Assert.Contains("Take care.", person.Human[0], StringComparison.Ordinal);

        async Task<string> Pressed(string act)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("act", act), KeyValuePair.Create("text", "Take care.")]);
            using var answer = await talk.Desk.PostAsync(new Uri("/desk/talks/" + reference, UriKind.Relative), form);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Nothing_is_offered_while_nobody_said_to_be_there()
    {
        await using var talk = await ATalk.Start(here: false);
        var person = await APerson.Open(talk.Web, "en");
        await person.Choose("no");
        await person.Wish("human");
        Assert.Equal("wish-human/onward", person.Step);
        Assert.Contains("Nobody is there to talk just now", person.Texts, StringComparison.Ordinal);
        Assert.Contains("at all hours", person.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_yes_nothing_leaves()
    {
        await using var talk = await ATalk.Start();
        foreach (var answer in new[] { "no", "skip" })
        {
            var person = await APerson.Open(talk.Web, "en");
            await person.Choose("no");
            await person.Wish("human");
            await (answer == "skip" ? person.Wish(answer) : person.Choose(answer));
            Assert.Equal("wish-human/onward", person.Step);
            Assert.False(person.Live);
        }

        await Task.Delay(1500);
        Assert.Contains("Nobody is waiting", await talk.See("/desk/talks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_gone_when_the_yes_comes_is_not_promised()
    {
        await using var talk = await ATalk.Start();
        var person = await APerson.Open(talk.Web, "en");
        await person.Choose("no");
        await person.Wish("human");
        await talk.Post("/desk/talks", ("here", "no"));
        await person.Choose("yes");
        Assert.Contains("can talk just now", person.Texts, StringComparison.Ordinal);
        Assert.False(person.Live);
    }

    [Fact]
    public async Task When_nobody_comes_in_time_the_person_is_told_and_has_other_places()
    {
        await using var talk = await ATalk.Start();
        var person = await talk.Asked();
        await person.Say("Please read this later.");
        var reference = await talk.Waiting();
        await talk.UntilSaid(reference, "Please read this later.");
        talk.Clock.Advance(TimeSpan.FromMinutes(8));
        await person.Look();
        Assert.True(person.Live);
        talk.Clock.Advance(TimeSpan.FromMinutes(2));
        await person.Look();
        Assert.Contains("can talk just now", person.Texts, StringComparison.Ordinal);
        Assert.Contains("they can still write to you", person.Texts, StringComparison.Ordinal);
        Assert.Equal("keep/keep", person.Step);
        await talk.Until("/desk/talks", html => !html.Contains(reference, StringComparison.Ordinal));
        Assert.Contains("Please read this later.", await talk.See("/desk/talks/" + reference), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_return_an_answer_is_waited_for_where_nobody_came_and_not_where_it_was_declined(bool declined)
    {
        await using var talk = await ATalk.Start();
        var person = await talk.Asked();
        var reference = await talk.Waiting();
        if (declined)
        {
            await talk.Act(reference, "decline");
            await person.LookUntil(p => p.Step == "keep/keep");
        }
        else
        {
            talk.Clock.Advance(TimeSpan.FromMinutes(10));
            await person.Look();
        }

        Assert.Equal("keep/keep", person.Step);
        await person.Choose("yes");
        var code = person.Code!;
        await person.Wish("skip");
        await person.Wish("stop");
        var back = await APerson.Open(talk.Web, "en");
        await back.Say(code);
        await back.Choose("no");
        Assert.Equal("return/menu", back.Step);
        Assert.Equal(!declined, back.Texts.Contains("No answer has come so far", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_who_goes_without_a_word_is_told_to_the_person()
    {
        await using var talk = await ATalk.Start();
        var person = await talk.Asked();
        var reference = await talk.Waiting();
        await talk.Act(reference, "accept");
        await person.LookUntil(p => p.Texts.Contains("is here now", StringComparison.Ordinal));
        await talk.Post("/desk/signout");
        await person.Look();
        Assert.Contains("is not there any more", person.Texts, StringComparison.Ordinal);
        Assert.Equal("keep/keep", person.Step);
    }

    [Fact]
    public async Task A_page_that_looks_by_itself_is_no_sign_of_a_worker()
    {
        await using var talk = await ATalk.Start();
        for (var minute = 0; minute < 16; minute++)
        {
            talk.Clock.Advance(TimeSpan.FromMinutes(1));
            await talk.See("/desk/talks?parts");
        }

        using var answer = await talk.Desk.GetAsync(new Uri("/desk/talks", UriKind.Relative));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var person = await APerson.Open(talk.Web, "en");
        await person.Choose("no");
        await person.Wish("human");
        Assert.Equal("wish-human/onward", person.Step);
    }

    [Fact]
    public async Task The_person_ends_it_at_any_time_and_goes_on_where_they_were()
    {
        await using var talk = await ATalk.Start();
        var person = await talk.Asked();
        await person.Choose("finish");
        Assert.Contains("You have ended the talk", person.Texts, StringComparison.Ordinal);
        Assert.Equal("keep/keep", person.Step);
        await person.Choose("no");
        Assert.Equal("safety/device", person.Step);
        await person.Wish("human");
        Assert.Equal("live/consent", person.Step);
    }

    [Fact]
    public async Task While_a_human_is_there_the_program_is_silent_but_for_help_in_danger()
    {
        await using var talk = await ATalk.Start();
        var person = await talk.Asked();
        var reference = await talk.Waiting();
        await talk.Act(reference, "accept");
        await person.LookUntil(p => p.Texts.Contains("is here now", StringComparison.Ordinal));
        foreach (var words in new[] { "back", "2", "yes", "skip", "no" })
        {
            await person.Say(words);
            Assert.Empty(person.Said);
        }

        await person.Say("He is outside my door with a knife and says he will kill me");
        Assert.Contains("emergency number is faster", Assert.Single(person.Said), StringComparison.Ordinal);
        Assert.Equal("talk/words", person.Step);
        await talk.UntilSaid(reference, "outside my door");
        await person.Wish("erase");
        Assert.Equal("wish-erase/sure", person.Step);
        await person.Choose("yes");
        Assert.DoesNotContain("outside my door", await talk.See("/desk/talks/" + reference), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_that_is_taken_back_takes_the_talk_from_the_desk()
    {
        await using var talk = await ATalk.Start();
        var person = await talk.Asked();
        var reference = await talk.Waiting();
        await person.Choose("finish");
        await person.Choose("no");
        await person.Wish("change");
        await person.Choose("/consent/talk");
        await person.Choose("yes");
        Assert.Contains("not here", await talk.See("/desk/talks/" + reference), StringComparison.Ordinal);
    }
}
