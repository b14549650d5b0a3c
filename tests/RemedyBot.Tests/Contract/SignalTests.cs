namespace RemedyBot.Tests.Contract;

/// <summary>Danger and other signals, urgency and its reasons (contract, section 1; case summary, section 4).</summary>
public sealed class SignalTests
{
    [Fact]
    public async Task Danger_by_a_tap_is_answered_in_the_next_message()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("yes");
        Assert.Equal("danger/first", person.Steps[0]);
        Assert.Equal("U0", person.Urgency);
        Assert.Contains("mod:danger", person.Reasons);
        Assert.Contains("danger", person.Signals);
        await person.Say("ES");
        Assert.Contains("112", person.Texts, StringComparison.Ordinal);
        Assert.Contains(person.Trace.GetProperty("routes").EnumerateArray(), r => r.GetProperty("kind").GetString() == "emergency");
    }

    [Fact]
    public async Task Not_sure_is_helped_as_yes_and_weighs_less()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("unknown");
        Assert.Equal("danger/first", person.Steps[0]);
        Assert.Contains("danger", person.Signals);
        Assert.Equal("U1", person.Urgency);
        Assert.Contains("mod:danger_unsure", person.Reasons);
    }

    [Fact]
    public async Task Back_undoes_a_mistaken_tap_and_its_signal()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("yes", "back");
        Assert.Equal("safety/danger", person.Step);
        Assert.Empty(person.Signals);
        Assert.Null(person.Urgency);
    }

    [Fact]
    public async Task Back_after_the_country_was_given_undoes_it_too()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("yes", "ES", "back", "back");
        Assert.Equal("safety/danger", person.Step);
        Assert.Empty(person.Signals);
    }

    [Fact]
    public async Task What_was_written_keeps_its_signal_when_back_is_wished()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "he is outside my door with a knife");
        Assert.Equal("danger/first", person.Steps[0]);
        await person.Say("back", "back");
        Assert.Contains("danger", person.Signals);
    }

    [Fact]
    public async Task Saying_that_all_is_well_is_added_to_the_reasons()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "he is outside my door with a knife", "ES", "no");
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        Assert.Contains("cleared:danger", person.Reasons);
        Assert.Contains("danger", person.Signals);
    }

    [Fact]
    public async Task Thoughts_of_dying_are_met_with_lines_and_cleared_by_a_no()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "I want to die");
        Assert.Equal("selfharm/first", person.Steps[0]);
        Assert.Equal("U0", person.Urgency);
        await person.Say("skip", "no");
        Assert.Contains("cleared:selfharm", person.Reasons);
    }

    [Theory]
    [InlineData("detail/story")]
    [InlineData("platform/where")]
    [InlineData("country/country")]
    [InlineData("age/band")]
    [InlineData("keep/keep")]
    public async Task Danger_in_words_is_heard_at_any_question(string step)
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        for (var turn = 0; turn < 40 && person.Step != step; turn++)
            await person.Say(person.Step switch { "age/band" => "adult", "harm/what" => "abuse.hate", "summary/review" => "confirm", _ => "skip" });
        await person.Say("he is outside my door with a knife");
        Assert.Equal("danger/first", person.Steps[0]);
        Assert.Contains("danger", person.Signals);
    }

    [Fact]
    public async Task Danger_in_the_very_first_message_of_a_new_conversation_is_heard()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("stop", "he is outside my door with a knife");
        Assert.Contains("danger/first", person.Steps);
        Assert.Contains("danger", person.Signals);
    }

    [Theory]
    [InlineData("abuse.threat", "yes", "U0", "mod:threat_specific")]
    [InlineData("sec.device", "yes", "U0", "mod:detained")]
    [InlineData("child.bullying", "yes", "U1", "mod:being_reposted")]
    [InlineData("econ.fraud", "yes", "U1", "mod:payment_demanded")]
    [InlineData("adm.public-service", "yes", "U1", "mod:support_cut")]
    [InlineData("sec.malware", "yes", "U1", "mod:under_way")]
    [InlineData("abuse.defamation", "yes", "U2", "mod:being_reposted")]
    [InlineData("abuse.threat", "no", "U1", "leaf:abuse.threat")]
    public async Task A_detail_weighs_as_the_table_says(string leaf, string answer, string level, string reason)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", leaf);
        if (person.Step == "age/role")
            await person.Say("self");
        Assert.StartsWith("detail/", person.Step, StringComparison.Ordinal);
        await person.Say(answer);
        Assert.Equal(level, person.Urgency);
        Assert.Contains(reason, person.Reasons);
    }
}
