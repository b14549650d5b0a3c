using RemedyBot.Tests.Remedy;

namespace RemedyBot.Tests.Contract;

/// <summary>What somebody in danger reads of numbers, country by country (issue: emergency help; routes page, section 5).</summary>
public sealed class EmergencyTests
{
    private const string AtRisk = "country/at-risk";
    private const string Directory = "https://findahelpline.com";

    [Fact]
    public async Task Where_sources_disagree_no_number_is_told_but_how_to_find_it()
    {
        await using var chat = await AChat.Open();
        foreach (var country in EmergencyFile.Facts.Disputed)
        {
            var person = await (await chat.Greet()).Say("yes", country);
            Assert.Equal(["danger/unlisted", "danger/place"], person.Steps.Take(2));
            Told(person, 0, "en", "how-to-find", "unverified");
            Assert.Equal("how_to_find unverified", Route(person, country));
        }
    }

    [Theory]
    [InlineData("en", "My husband is a police officer and he is outside my door with a knife.", true)]
    [InlineData("es", "Mi marido es policía y está fuera de mi puerta con un cuchillo.", true)]
    [InlineData("fr", "Mon mari est policier et il est devant ma porte avec un couteau.", true)]
    [InlineData("pt", "Meu marido é policial e está na minha porta com uma faca.", true)]
    [InlineData("ar", "زوجي ضابط شرطة وهو خارج بابي ومعه سكين.", true)]
    [InlineData("en", "My husband is outside my door with a knife.", false)]
    public async Task Whoever_names_the_police_in_words_only_is_told_of_a_helpline_first(string language, string words, bool first)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(language)).Say(words);
        Assert.Contains("danger", person.Signals);
        Assert.Equal(first, person.Steps.Contains("danger/people"));
        Assert.Contains("danger/first", person.Steps);
    }

    public static TheoryData<string> Languages => [.. AChat.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Where_112_is_only_said_to_work_that_is_marked(string language)
    {
        await using var chat = await AChat.Open();
        var countries = EmergencyFile.Facts.Countries.Where(c => EmergencyFile.Works112(c) && EmergencyFile.Numbers(c).Count == 0).ToList();
        Assert.Contains("AL", countries);
        foreach (var country in countries)
        {
            var person = await (await chat.Greet(language)).Say("yes", country);
            Assert.Equal("danger/mobile", person.Steps[0]);
            Told(person, 0, language, "how-to-find", "unverified");
            Assert.Equal("how_to_find unverified", Route(person, country));
        }
    }

    [Theory]
    [InlineData("LK", "119")]
    [InlineData("MW", "998")]
    [InlineData("SN", "17")]
    public async Task Where_a_part_is_known_that_is_said_with_how_to_find_the_others(string country, string number)
    {
        await using var chat = await AChat.Open();
        foreach (var language in AChat.Languages)
        {
            var person = await (await chat.Greet(language)).Say("yes", country);
            Assert.Equal(["danger/part", "danger/place"], person.Steps.Take(2));
            Assert.Contains(number, person.Messages[0].GetProperty("text").GetString(), StringComparison.Ordinal);
            Told(person, 0, language, "how-to-find-others", "unverified");
        }
    }

    [Theory]
    [InlineData("ES")]
    [InlineData("JP")]
    [InlineData("AI")]
    public async Task Where_all_are_known_nothing_is_said_of_others(string country)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("yes", country);
        Assert.Equal("danger/numbers", person.Steps[0]);
        Assert.DoesNotContain(Directory, person.Messages[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_number_of_the_police_is_in_doubt_a_helpline_comes_first()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("yes");
        Assert.Equal("danger/first", person.Steps[0]);
        await person.Say("CD");
        Assert.Equal(["danger/people", "danger/part", "danger/place"], person.Steps.Take(3));
        Assert.Contains("https://", person.Messages[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sec.spyware", null, null)]
    [InlineData("state.censorship", null, null)]
    [InlineData("abuse.threat", "person/relation", "authority")]
    [InlineData("abuse.threat", AtRisk, "sex_worker")]
    [InlineData("abuse.threat", AtRisk, "lgbtiq")]
    public async Task Whoever_may_fear_the_police_is_offered_a_helpline_first_and_the_numbers_in_the_same_reply(string harm, string? step, string? answer)
    {
        await using var chat = await AChat.Open();
        var person = await Told(chat, harm, step, answer);
        Assert.Equal(["danger/people", step == AtRisk ? "danger/numbers" : "danger/first"], person.Steps.Take(2));
        if (person.Step == "danger/country")
            Assert.Equal("danger/numbers", (await person.Say("ES")).Steps[0]);
    }

    [Theory]
    [InlineData("abuse.threat", null, null)]
    [InlineData("abuse.threat", "person/relation", "ex")]
    [InlineData("abuse.threat", AtRisk, "journalist")]
    public async Task For_everybody_else_numbers_come_first(string harm, string? step, string? answer)
    {
        await using var chat = await AChat.Open();
        var person = await Told(chat, harm, step, answer);
        Assert.Equal(step == AtRisk ? "danger/numbers" : "danger/first", person.Steps[0]);
        Assert.DoesNotContain("danger/people", person.Steps);
    }

    private static async Task<Person> Told(AChat chat, string harm, string? step, string? answer)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult", harm);
        if (step is not null)
        {
            if (step == "person/relation")
                await (await person.SkipTo("person/known")).Say("known");
            if (step == AtRisk)
                await (await person.SkipTo("country/country")).Say("ES");
            await (await person.SkipTo(step)).Say(answer!);
            if (person.Step == step)
                await person.Say("done");
        }
        return await person.Say("someone is outside my door with a knife and wants to kill me");
    }

    private static void Told(Person person, int message, string language, params string[] keys)
    {
        var text = person.Messages[message].GetProperty("text").GetString();
        Assert.Contains(Directory, text, StringComparison.Ordinal);
        Assert.All(keys, key => Assert.Contains(AChat.Content.Localizer.Catalog.Render(language, "routes/" + key), text, StringComparison.Ordinal));
    }

    private static string Route(Person person, string country) => string.Join(' ', person.Trace.GetProperty("routes").EnumerateArray()
        .Single(r => r.GetProperty("id").GetString() == "em." + country.ToLowerInvariant()).GetProperty("warnings").EnumerateArray().Select(w => w.GetString()));
}
