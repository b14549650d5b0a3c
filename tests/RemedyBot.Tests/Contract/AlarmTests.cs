namespace RemedyBot.Tests.Contract;

/// <summary>Alarms that come often: each is answered, none is in the way of another.</summary>
public sealed class AlarmTests
{
    private const string AtTheDoor = "he is outside my door with a knife";
    private const string Dying = "I want to die";

    private static async Task<Person> Told(AChat chat, string words, int times)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult");
        return await person.Say([.. Enumerable.Repeat(words, times)]);
    }

    [Theory]
    [InlineData(AtTheDoor, "danger/first", "danger")]
    [InlineData(Dying, "selfharm/first", "selfharm")]
    public async Task Help_comes_however_much_was_heard_before(string words, string step, string signal)
    {
        await using var chat = await AChat.Open();
        var person = await Told(chat, "i am 14 years old and he put spyware on my phone", 60);
        Assert.Equal(["minor", "spyware"], person.Signals);
        await person.Say(words);
        Assert.Equal(step, person.Steps[0]);
        Assert.Contains(signal, person.Signals);
    }

    [Fact]
    public async Task Every_one_of_many_alarms_is_answered_and_the_country_stays()
    {
        await using var chat = await AChat.Open(limits: new() { Heard = 4 });
        var person = await (await Told(chat, AtTheDoor, 1)).Say("DE");
        for (var alarm = 0; alarm < 12; alarm++)
        {
            var dies = alarm % 3 == 2;
            await person.Say(dies ? Dying : AtTheDoor);
            Assert.Equal(dies ? "selfharm/first" : "danger/numbers", person.Steps[0]);
            Assert.Equal("DE", person.Summary.GetProperty("person").GetProperty("country").GetString());
        }

        Assert.Equal(["danger", "selfharm"], person.Signals);
    }

    [Fact]
    public async Task Danger_is_answered_after_many_returns()
    {
        await using var chat = await AChat.Open(limits: new() { Heard = 2 });
        var person = await (await Told(chat, "i am 14 years old", 1)).Say("stop", "yes");
        var code = person.Code;
        for (var times = 0; times < 4; times++)
            person = await chat.Greet(resume: code);
        Assert.Equal("return/device", person.Step);
        await person.Say("no", AtTheDoor);
        Assert.Contains("danger/first", person.Steps);
        Assert.Contains("minor", person.Signals);
    }

    [Theory]
    [InlineData(AtTheDoor, "danger")]
    [InlineData(Dying, "selfharm")]
    public async Task One_tap_takes_several_alarms_back(string words, string signal)
    {
        await using var chat = await AChat.Open();
        var person = await Told(chat, words, 3);
        // Help again each time, and no complaint that it was no country.
        Assert.Equal([signal + "/first", signal + "/country"], person.Steps);
        Assert.DoesNotContain("did not find", person.Texts, StringComparison.Ordinal);
        await person.Say("no");
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        Assert.Contains("cleared:" + signal, person.Reasons);
    }

    [Theory]
    [InlineData(AtTheDoor, "danger", "danger/still")]
    [InlineData(Dying, "selfharm", "selfharm/thoughts")]
    public async Task Several_alarms_are_gone_through_once(string words, string dialog, string asked)
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat, words, 3)).Say("DE");
        Assert.Equal(asked, person.Step);
        await person.Say("yes");
        Assert.Equal(dialog + "/onward", person.Step);
        await person.Say("continue");
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        Assert.Equal("DE", person.Summary.GetProperty("person").GetProperty("country").GetString());
    }

    [Fact]
    public async Task Danger_beside_the_country_is_gone_through_once()
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat, AtTheDoor, 1)).Say("germany please hurry he is outside with a gun and says he will kill me");
        Assert.Equal("danger/numbers", person.Steps[0]);
        await person.Say("yes", "continue");
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
    }

    [Fact]
    public async Task Words_after_a_tap_are_gone_through_once_and_each_signal_for_itself()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("yes", AtTheDoor, Dying, AtTheDoor, "no");
        Assert.Equal("selfharm/country", person.Step);
        await person.Say("no");
        Assert.Equal("safety/device", person.Step);
        Assert.Contains("cleared:danger", person.Reasons);
        Assert.Contains("cleared:selfharm", person.Reasons);
    }

    [Fact]
    public async Task An_answer_that_an_older_alarm_holds_can_still_be_changed()
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat, AtTheDoor, 1)).Say("DE", "yes", "continue", AtTheDoor, "continue", "change", "/safety/immediate_danger");
        Assert.Equal("danger/still", person.Step);
        await person.Say("no");
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        Assert.Equal("no", person.Summary.GetProperty("safety").GetProperty("immediate_danger").GetString());
        Assert.Contains("cleared:danger", person.Reasons);
    }

    [Theory]
    [InlineData(AtTheDoor, "danger")]
    [InlineData(Dying, "selfharm")]
    public async Task A_wish_to_change_an_answer_is_not_kept_waiting_by_an_alarm(string words, string signal)
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat, words, 1)).Say("DE", "yes");
        Assert.Equal(signal + "/onward", person.Step);
        await person.Say("change", "/person/age_band");
        Assert.Equal("age/band", person.Step);
        await person.Say("why", AtTheDoor);
        Assert.Equal("danger/numbers", person.Steps[0]);
        Assert.StartsWith("danger/", person.Step, StringComparison.Ordinal);
        Assert.Contains(signal, person.Signals);
    }

    [Fact]
    public async Task After_the_change_the_alarm_asks_where_it_was()
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat, AtTheDoor, 1)).Say("DE", "yes", "change", "/person/age_band", "16_17");
        Assert.Equal("danger/onward", person.Step);
        await person.Say("change", "/person/age_band", "back");
        Assert.Equal("danger/onward", person.Step);
    }
}
