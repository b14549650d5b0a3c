namespace RemedyBot.Tests.Contract;

/// <summary>What a question is and offers (contract, section 1). The shape of each message is held by <see cref="Rules"/> in every test here.</summary>
public sealed class QuestionTests
{
    [Fact]
    public async Task Eight_answers_are_the_shortest_way_to_a_helpline()
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        Assert.Equal("safety/danger", person.Step);
        await person.Say("no", "no", "adult", "abuse.threat", "enough", "confirm", "yes");
        Assert.Single(person.Handoffs);
        Assert.Null(person.Code);
        await person.Say("yes");
        Assert.NotNull(person.Code);
    }

    [Fact]
    public async Task The_welcome_asks_nothing_and_the_first_question_is_about_danger()
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        Assert.All(person.Messages[..^1], m => Assert.Equal("say", m.GetProperty("kind").GetString()));
        Assert.Equal(("safety", "yesno", "/safety/immediate_danger"), (person.Last.GetProperty("topic").GetString(), person.Kind, person.Field));
    }

    [Fact]
    public async Task The_language_is_asked_first_with_BCP_47_tags_as_values_and_own_names_as_titles()
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet(null);
        Assert.Equal(("language", "choice"), (person.Last.GetProperty("topic").GetString(), person.Kind));
        Assert.Equal(AChat.Languages, person.Choices.Where(AChat.Languages.Contains));
        Assert.Equal("Español", person.Title("es"));
    }

    [Theory]
    [InlineData("age/band", "/person/age_band", "under_13 13_15 16_17 adult prefer_not")]
    [InlineData("safety/danger", "/safety/immediate_danger", "yes no unknown")]
    [InlineData("safety/device", "/safety/device_compromise", "yes no unknown")]
    [InlineData("person/relation", "/perpetrator/relation", "partner ex family friend schoolmate colleague employer online_contact stranger authority armed_group company unknown")]
    [InlineData("person/known", "/perpetrator/known", "known suspected unknown institution")]
    [InlineData("remedies/types", "/remedies/-/type", "restitution compensation rehabilitation satisfaction non_repetition")]
    [InlineData("impact/areas", "/impacts/-/axis", "psychological physical sexual social family_child economic reputational civic")]
    [InlineData("actions/told", "/actions/-/to", "platform police helpline authority company person nothing")]
    [InlineData("when/ongoing", "/ongoing", "yes no unknown")]
    [InlineData("detail/threat", "/harms/-/facets/threat_specific", "yes no unknown")]
    [InlineData("detail/story", "/statement/original", "")]
    [InlineData("platform/links", "/locations/-/url", "")]
    [InlineData("when/first-seen", "/timeline/-/when#first_seen", "")]
    [InlineData("country/country", "/person/country", "")]
    [InlineData("contact/allowed", "/contact/allowed", "yes no")]
    public async Task Fills_its_field_with_values_of_a_closed_list(string step, string field, string values)
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        for (var turn = 0; turn < 40 && person.Step != step; turn++)
            await person.Say(person.Step switch { "age/band" => "adult", "harm/what" => "abuse.threat", "person/known" => "known", "platform/where" => "plt.x", _ => "skip" });
        Assert.Equal((step, field), (person.Step, person.Field));
        Assert.Equal(values, string.Join(' ', person.Choices));
    }

    [Fact]
    public async Task Values_do_not_change_with_the_language()
    {
        await using var chat = await AChat.Open();
        var seen = new List<string>();
        foreach (var language in AChat.Languages)
        {
            var person = await chat.Greet(language);
            var questions = new List<string>();
            for (var turn = 0; turn < 40 && !person.Ended; turn++)
            {
                questions.Add($"{person.Step} {person.Field} {string.Join(' ', person.Choices)} {string.Join(' ', person.Wishes)}");
                await person.Say(person.Choices.Length > 0 ? person.Choices[0] : "skip");
            }
            seen.Add(string.Join('\n', questions));
        }
        Assert.Single(seen.Distinct());
    }

    [Fact]
    public async Task Offers_further_wishes_where_they_make_sense()
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        Assert.Equal(["back", "skip", "why", "language", "so-far", "enough", "human", "stop", "erase", "help"], person.Wishes);
        await person.Say("no");
        Assert.Equal(["back", "skip", "why", "language", "change", "so-far", "enough", "human", "stop", "erase", "help"], person.Wishes);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("Stop")]
    [InlineData("Parar")]
    public async Task A_message_that_is_nothing_but_a_wish_is_a_wish_also_where_words_are_asked(string typed)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.hate");
        await person.SkipTo("detail/story");
        await person.Say(typed);
        Assert.Equal("keep/keep", person.Step);
    }

    [Fact]
    public async Task The_question_whether_to_keep_has_its_own_shape()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "stop");
        Assert.Equal(("code", "consent"), (person.Last.GetProperty("topic").GetString(), person.Kind));
        var recipient = person.Last.GetProperty("recipient");
        Assert.Equal(("self", "keep"), (recipient.GetProperty("kind").GetString(), recipient.GetProperty("id").GetString()));
        Assert.Equal(0, person.Last.GetProperty("groups").GetArrayLength());
        Assert.Equal(["yes", "no"], person.Choices);
    }

    [Fact]
    public async Task The_question_that_erases_is_a_yesno_about_consent_without_a_field()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "erase");
        Assert.Equal(("consent", "yesno"), (person.Last.GetProperty("topic").GetString(), person.Kind));
        Assert.Null(person.Field);
        Assert.Equal(["yes", "no"], person.Choices);
    }

    [Fact]
    public async Task Nothing_is_asked_about_who_speaks_where_the_age_says_it()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult");
        Assert.Equal(("harm", "choices", "/harms"), (person.Last.GetProperty("topic").GetString(), person.Kind, person.Field));
        await person.Say("they made a page about me");
        Assert.Equal("harm/sounds", person.Step);
        Assert.DoesNotContain(person.Choices, c => c.StartsWith("child.", StringComparison.Ordinal));
        Assert.Equal("they made a page about me", person.Summary.GetProperty("statement").GetProperty("original").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("unknown")]
    public async Task The_device_question_fills_both_of_its_fields(string answer)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", answer);
        Assert.Equal(answer, person.Summary.GetProperty("safety").GetProperty("device_compromise").GetString());
        Assert.Equal(answer, person.Summary.GetProperty("contact").GetProperty("device_shared_or_monitored").GetString());
    }

    [Fact]
    public async Task Words_are_answered_with_what_they_sound_like_and_only_a_choice_is_kept()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "my ex posted my nude photos without my consent");
        Assert.Equal(("harm", "choices", "/harms"), (person.Last.GetProperty("topic").GetString(), person.Kind, person.Field));
        Assert.Equal(["ibsa.ncii", "more"], person.Last.GetProperty("choices").EnumerateArray().Select(c => c.GetProperty("value").GetString()));
        Assert.False(person.Summary.TryGetProperty("harms", out _));
        await person.Say("more");
        Assert.Equal("harm/what", person.Step);
        Assert.False(person.Summary.TryGetProperty("harms", out _));
        await person.Say("back", "ibsa.ncii");
        Assert.Equal("ibsa.ncii", person.Summary.GetProperty("harms")[0].GetProperty("leaf").GetString());
    }
}
