namespace RemedyBot.Tests.Contract;

/// <summary>Who said yes and stops before what goes with it was asked: the case is handed over as agreed, or nobody says that it was (contract, section 2).</summary>
public sealed class StopAfterAYesTests
{
    [Fact]
    public async Task What_was_said_yes_to_is_handed_over_and_what_was_not_stays()
    {
        await using var chat = await AChat.Open();
        var person = await (await Pending(chat)).Say("stop");
        Assert.Equal(["recipient-consent/waiting", "keep/keep"], person.Steps);
        var document = Assert.Single(person.Handoffs).GetProperty("document");
        Assert.Contains(document.GetProperty("id").GetString()!, person.Texts, StringComparison.Ordinal);
        Assert.DoesNotContain("they wrote lies", document.ToString(), StringComparison.Ordinal);
        await person.Say("no");
        Assert.Equal("wish-stop/end-handed", person.Step);
        Assert.Single(person.Handoffs);
    }

    [Fact]
    public async Task It_is_there_when_the_person_comes_back_and_nothing_about_it_is_asked_again()
    {
        await using var chat = await AChat.Open();
        var person = await (await Pending(chat)).Say("stop", "yes");
        var code = person.Code!;
        await person.Say("stop");
        Assert.Single(person.Handoffs);
        person = await (await chat.Greet(resume: code)).Say("no");
        Assert.Contains("return/states", person.Steps);
        await person.Say("continue", "confirm");
        Assert.DoesNotContain(person.Steps, step => step.StartsWith("recipient-consent/", StringComparison.Ordinal));
        Assert.Single(person.Handoffs);
    }

    [Theory]
    [InlineData("he is here with a knife")]
    [InlineData("language")]
    [InlineData("change")]
    [InlineData("change", "/statement/original")]
    public async Task It_goes_also_where_something_else_came_in_between(params string[] between)
    {
        await using var chat = await AChat.Open();
        var person = await (await (await Pending(chat)).Say(between)).Say("stop");
        Assert.Single(person.Handoffs);
        Assert.Equal("keep/keep", person.Step);
    }

    [Fact]
    public async Task Every_further_question_is_passed_over()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "13_15", "parent_guardian", "child.bullying", "skip", "skip", "write to maria@example.org, they call him names", "enough", "confirm", "yes");
        Assert.Equal("recipient-consent/beyond", person.Step);
        await person.Say("g4");
        Assert.Equal("recipient-consent/own", person.Step);
        await person.Say("stop");
        Assert.DoesNotContain("call him names", Assert.Single(person.Handoffs).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_yes_nothing_goes_and_nobody_says_so()
    {
        await using var chat = await AChat.Open();
        var person = await (await Pending(chat)).Say("back", "stop");
        Assert.Equal(["keep/keep"], person.Steps);
        await person.Say("no");
        Assert.Equal(("wish-stop/end-erased", 0), (person.Step, person.Handoffs.Length));
    }

    [Fact]
    public async Task Back_from_the_question_whether_to_keep_takes_only_the_stop_back()
    {
        await using var chat = await AChat.Open();
        var person = await (await Pending(chat)).Say("stop", "back");
        Assert.Equal("keep/keep", person.Step);
        Assert.Single(person.Handoffs);
        // What left at the stop is not taken back unasked.
        await person.Say("back");
        Assert.Equal("keep/keep", person.Step);
        Assert.Single(person.Handoffs);
    }

    [Fact]
    public async Task A_yes_alone_is_no_handoff_to_tell_of_on_return_nor_one_to_make_on_a_watched_screen()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "they wrote lies", "abuse.hate", "stop", "yes");
        var code = person.Code!;
        await person.Say("stop");
        person = await (await chat.Greet(resume: code)).Say("no", "continue", "enough", "confirm", "yes");
        Assert.Equal("recipient-consent/beyond", person.Step);
        person = await (await chat.Greet(resume: code)).Say("stop");
        Assert.Equal(["wish-stop/end-kept"], person.Steps);
        Assert.Empty(person.Handoffs);
        person = await (await chat.Greet(resume: code)).Say("no");
        Assert.DoesNotContain("return/states", person.Steps);
        await person.Say("continue");
        Assert.DoesNotContain("summary/sent", person.Steps);
        await person.Say("confirm", "no");
        Assert.Single(person.Handoffs);
    }

    private static async Task<Person> Pending(AChat chat)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult", "they wrote lies", "abuse.hate", "enough", "confirm", "yes");
        Assert.Equal("recipient-consent/beyond", person.Step);
        Assert.Empty(person.Handoffs);
        return person;
    }
}
