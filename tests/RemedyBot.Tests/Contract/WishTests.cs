namespace RemedyBot.Tests.Contract;

/// <summary>Wishes that follow each other (contract, section 1).</summary>
public sealed class WishTests
{
    [Fact]
    public async Task Back_right_after_a_change_brings_the_old_answer_back()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.threat");
        var (step, summary) = (person.Step, person.Summary.ToString());
        await person.Say("change", "/person/age_band", "13_15");
        Assert.NotEqual(summary, person.Summary.ToString());
        await person.Say("back");
        Assert.Equal((step, summary), (person.Step, person.Summary.ToString()));
    }

    [Fact]
    public async Task What_the_change_made_fall_away_comes_back_too()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.threat, sec.account", "skip", "skip", "skip", "skip");
        var (step, summary) = (person.Step, person.Summary.ToString());
        await person.Say("change", "/harms", "abuse.hate", "skip", "back", "back");
        Assert.Equal((step, summary), (person.Step, person.Summary.ToString()));
    }

    [Fact]
    public async Task A_skip_instead_of_the_old_answer_is_taken_back_as_well()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.threat");
        var summary = person.Summary.ToString();
        await person.Say("change", "/person/age_band", "skip", "back");
        Assert.Equal(summary, person.Summary.ToString());
    }

    [Fact]
    public async Task Stop_while_being_asked_whether_to_keep_stops_and_keeps_nothing()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "stop");
        Assert.Equal("keep/keep", person.Step);
        await person.Say("stop");
        Assert.True(person.Ended);
        Assert.Equal("wish-stop/end-erased", person.Step);
    }

    [Fact]
    public async Task Stop_while_the_code_is_shown_stops_and_the_code_brings_back()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "stop", "yes");
        var code = person.Code!;
        await person.Say("stop");
        Assert.Equal(("wish-stop/end-kept", true), (person.Step, person.Ended));
        Assert.Equal("return/device", (await chat.Greet(resume: code)).Step);
    }
}
