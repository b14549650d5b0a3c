namespace RemedyBot.Tests.Contract;

/// <summary>Yes, no and "not sure" in a few words of one's own, where it is asked whether somebody is safe (contract, section 1: or free words).</summary>
public sealed class SafetyWordsTests
{
    [Theory]
    [InlineData("en", "yes, right now")]
    [InlineData("en", "Yes, I am")]
    [InlineData("en", "yes yes")]
    [InlineData("en", "yes help")]
    [InlineData("en", "yes I need help")]
    [InlineData("es", "sí, por favor ayuda")]
    [InlineData("fr", "oui, il arrive")]
    [InlineData("pt", "sim, ele está aqui")]
    [InlineData("ar", "نعم، هو هنا")]
    public async Task A_short_yes_is_a_yes(string language, string words) => await Helped(language, words, "yes");

    [Theory]
    [InlineData("en", "I think so")]
    [InlineData("en", "he might come")]
    [InlineData("en", "maybe later")]
    [InlineData("en", "not yet")]
    [InlineData("en", "I don't think so")]
    [InlineData("es", "creo que sí")]
    [InlineData("fr", "je crois que oui")]
    [InlineData("pt", "acho que sim")]
    [InlineData("ar", "أظن ذلك")]
    public async Task A_doubt_is_not_sure_and_help_comes(string language, string words) => await Helped(language, words, "unknown");

    private static async Task Helped(string language, string words, string answer)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(language)).Say(words);
        Assert.Equal("danger/country", person.Step);
        Assert.Contains("danger", person.Signals);
        Assert.Equal(answer, person.Summary.GetProperty("safety").GetProperty("immediate_danger").GetString());
        await person.Say("ES");
        Assert.Contains(person.Step, new[] { "danger/onward", "danger/still" });
    }

    [Theory]
    [InlineData("en", "No, not now")]
    [InlineData("en", "no I am not")]
    [InlineData("en", "I am safe")]
    [InlineData("en", "No. I'm fine.")]
    [InlineData("es", "no, ahora no")]
    [InlineData("es", "no, estoy bien")]
    [InlineData("fr", "pas maintenant")]
    [InlineData("pt", "não, agora não")]
    [InlineData("ar", "لا، ليس الآن")]
    public async Task A_short_no_is_a_no_and_nothing_of_it_is_kept_as_a_story(string language, string words)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(language)).Say(words);
        Assert.Equal(["safety/device"], person.Steps);
        Assert.Equal("no", person.Summary.GetProperty("safety").GetProperty("immediate_danger").GetString());
        Assert.False(person.Summary.TryGetProperty("statement", out _));
    }

    [Theory]
    [InlineData("en", "no way out")]
    [InlineData("en", "no safe place")]
    [InlineData("es", "no estoy bien")]
    [InlineData("es", "no me deja salir")]
    [InlineData("es", "no estoy a salvo")]
    [InlineData("pt", "não estou bem")]
    [InlineData("pt", "no meu quarto")]
    [InlineData("fr", "non il arrive")]
    [InlineData("ar", "لا أستطيع التنفس")]
    public async Task A_no_that_denies_what_follows_it_is_none(string language, string words)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(language)).Say(words);
        Assert.DoesNotContain("safety/device", person.Steps);
    }

    [Theory]
    [InlineData("no, he is outside with a gun")]
    [InlineData("no but he wants to kill me")]
    public async Task Danger_that_is_heard_wins_over_a_no(string words)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say(words);
        Assert.Contains("danger", person.Signals);
        Assert.Equal("danger/country", person.Step);
    }

    [Theory]
    [InlineData("yes my ex posted my nude photos on instagram without my consent")]
    [InlineData("perhaps I should say that somebody uses my photos in a false profile")]
    public async Task A_story_stays_a_story(string words)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say(words);
        Assert.Equal(["safety/danger", "safety/danger"], person.Steps);
        Assert.Equal(words, Statement(person));
    }

    [Fact]
    public async Task Words_that_came_to_an_answer_are_kept_where_they_tell_something_and_still_heard()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("yes he has my phone");
        Assert.Equal("yes he has my phone", Statement(person));
        person = await (await chat.Greet()).Say("no", "yes he will kill me");
        Assert.Equal("danger/country", person.Step);
        Assert.Equal("yes", person.Summary.GetProperty("safety").GetProperty("device_compromise").GetString());
        Assert.Equal("yes he will kill me", Statement(person));
        person = await (await chat.Greet()).Say("I don't think so");
        Assert.False(person.Summary.TryGetProperty("statement", out _));
    }

    [Theory]
    [InlineData("i might", "unknown")]
    [InlineData("yes, sometimes", "yes")]
    [InlineData("not now", null)]
    public async Task Thoughts_of_dying_are_answered_so_too_and_are_not_over_because_they_are_not_there_now(string words, string? answer)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("i want to kill myself", "ES");
        Assert.Equal("selfharm/thoughts", person.Step);
        await person.Say(words);
        Assert.Equal(answer is null ? "selfharm/thoughts" : "selfharm/onward", person.Step);
        if (answer is not null)
            Assert.Equal(answer, person.Summary.GetProperty("safety").GetProperty("self_harm").GetString());
    }

    private static string Statement(Person person) => person.Summary.GetProperty("statement").GetProperty("original").GetProperty("text").GetString()!;
}
