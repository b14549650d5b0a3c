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

    private const string AtTheDoor = "he is outside my door with a knife";

    [Theory]
    [InlineData("detail/story", AtTheDoor)]
    [InlineData("platform/where", AtTheDoor)]
    [InlineData("country/country", AtTheDoor)]
    [InlineData("age/band", AtTheDoor)]
    [InlineData("keep/keep", AtTheDoor)]
    [InlineData("when/first-seen", "yesterday, and now he is outside with a gun and says he will kill me")]
    [InlineData("when/first-seen", "on 3 march he beat me with a belt")]
    [InlineData("country/country", "Kenya, he is outside with a gun and says he will kill me")]
    [InlineData("safety/device", "yes he has a gun and says he will kill me")]
    public async Task Danger_in_words_is_heard_at_any_question(string step, string words)
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        for (var turn = 0; turn < 40 && person.Step != step; turn++)
            await person.Say(person.Step switch { "age/band" => "adult", "harm/what" => "abuse.hate", "summary/review" => "confirm", _ => "skip" });
        await person.Say(words);
        // The country that was just named is known.
        Assert.Equal(step == "country/country" && words != AtTheDoor ? "danger/numbers" : "danger/first", person.Steps[0]);
        Assert.Contains("danger", person.Signals);
    }

    [Fact]
    public async Task What_stands_beside_a_date_is_heard()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.hate");
        await (await person.SkipTo("when/first-seen")).Say("2 weeks ago. im 14");
        Assert.Contains("minor", person.Signals);
        Assert.Contains("first_seen", person.Summary.GetProperty("timeline").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_with_a_date_and_a_country_in_it_is_heard_at_every_question()
    {
        await using var chat = await AChat.Open();
        var said = new List<string>();
        var steps = new HashSet<string>();
        while (said.Count < 60)
        {
            var person = await (await chat.Greet()).Say([.. said]);
            if (person.Ended)
                break;
            var step = person.Step;
            if (steps.Add(step))
            {
                await person.Say("yesterday in Kenya he came to my door with a gun and says he will kill me");
                Assert.True(person.Signals.Contains("danger"), step);
            }

            said.Add(step switch { "age/band" => "adult", "harm/what" => "abuse.threat", "summary/review" => "confirm", "recipient-consent/default" => "yes", _ => "skip" });
        }

        Assert.True(steps.Count > 20, $"{steps.Count}");
    }

    [Fact]
    public async Task The_end_of_a_message_that_is_too_long_is_heard()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", string.Concat(Enumerable.Repeat("it began with a photo. ", 400)) + AtTheDoor);
        Assert.Contains("danger", person.Signals);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("pt")]
    [InlineData("ar")]
    public async Task One_tap_takes_a_false_alarm_back(string language)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(language)).Say("no", "no", "adult", AtTheDoor);
        Assert.Equal("danger/country", person.Step);
        Assert.Equal(["no"], person.Choices);
        Assert.Contains("112", person.Texts, StringComparison.Ordinal);
        await person.Say(person.Title("no"));
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        Assert.Contains("cleared:danger", person.Reasons);
        Assert.Equal("no", person.Summary.GetProperty("safety").GetProperty("immediate_danger").GetString());
        Assert.False(person.Summary.GetProperty("person").TryGetProperty("country", out _));
    }

    [Fact]
    public async Task The_same_tap_takes_thoughts_of_dying_back()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "I want to die");
        Assert.Equal(["no"], person.Choices);
        await person.Say("no");
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        Assert.Contains("cleared:selfharm", person.Reasons);
    }

    [Fact]
    public async Task Norway_is_a_country_and_going_on_is_no_country()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", AtTheDoor, "NO");
        Assert.Equal("NO", person.Summary.GetProperty("person").GetProperty("country").GetString());
        Assert.Contains("danger/numbers", person.Steps);
        var other = await (await chat.Greet()).Say("no", "no", "adult", AtTheDoor, "continue");
        Assert.Equal("danger/still", other.Step);
    }

    [Theory]
    [InlineData("pt", "França")]
    [InlineData("pt", "eu moro na França")]
    [InlineData("es", "vivo en Puerto Rico")]
    [InlineData("ar", "أنتاركتيكا")]
    public async Task The_name_of_a_country_is_no_signal(string language, string country)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(language)).Say("yes", country);
        Assert.Equal(["danger"], person.Signals);
        Assert.Equal("danger/onward", person.Step);
    }

    [Fact]
    public async Task Whoever_tapped_danger_is_not_offered_to_take_it_back_there()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("yes");
        Assert.Equal("danger/country", person.Step);
        Assert.Empty(person.Choices);
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
