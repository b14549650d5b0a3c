namespace RemedyBot.Tests.Contract;

/// <summary>Who comes back where somebody may look on: nothing of before shows until it was said that it may (contract, section 2).</summary>
public sealed class WatchedReturnTests
{
    private static readonly string[] Showing = ["so-far", "change", "enough", "human"];
    private static readonly string[] Told = ["they call me names every day", "abuse.hate", "Hate", "slur", "/harms"];

    public static TheoryData<string[]> Ways =>
    [
        new[] { "erase" },
        new[] { "language" },
        new[] { "danger he is here with a knife" },
        new[] { "danger he is here with a knife", "skip" },
        new[] { "i want to kill myself" },
        new[] { "yes", "danger he is here with a knife" },
        new[] { "unknown", "i want to kill myself", "skip" },
        new[] { "skip", "danger he is here with a knife", "erase" },
        new[] { "danger he is here with a knife", "language" },
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_question_that_comes_before_it_offers_or_grants_what_shows_it(string[] way)
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet(resume: await Kept(chat));
        foreach (var line in way)
        {
            await person.Say(line);
            Assert.DoesNotContain("return/menu", person.Steps);
            ShowsNothing(person);
        }
        var step = person.Step;
        foreach (var wish in Showing)
        {
            await person.Say(wish);
            Assert.Equal(step, person.Step);
            ShowsNothing(person);
        }
    }

    [Fact]
    public async Task A_wish_that_waits_says_so_in_every_language()
    {
        await using var chat = await AChat.Open();
        var code = await Kept(chat);
        foreach (var language in AChat.Languages)
        {
            var person = await (await chat.Greet(resume: code)).Say("language", language, "erase", "so-far");
            Assert.Equal(AChat.Content.Localizer.Catalog.Render(language, "common/not-yet"), person.Messages[0].GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task Help_and_the_ways_out_stay()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(resume: await Kept(chat))).Say("danger he is here with a knife");
        Assert.Equal("danger/country", person.Step);
        Assert.Equal(["skip", "why", "language", "stop", "erase", "help"], person.Wishes);
        await person.Say("ES", "stop");
        Assert.Equal(("wish-stop/end-kept", true), (person.Step, person.Ended));
    }

    [Theory]
    [InlineData("no")]
    [InlineData("yes", "continue")]
    [InlineData("erase", "no", "no")]
    public async Task Once_it_may_show_every_wish_is_there_again(params string[] lines)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(resume: await Kept(chat))).Say(lines);
        Assert.Equal("return/menu", person.Step);
        Assert.Contains("so-far", person.Wishes);
        Assert.Contains("change", person.Wishes);
        Assert.Contains("human", person.Wishes);
        await person.Say("so-far");
        Assert.Contains("wish-so-far/held", person.Steps);
        await person.Say("danger he is here with a knife", "so-far");
        Assert.Contains("wish-so-far/held", person.Steps);
    }

    private static void ShowsNothing(Person person)
    {
        Assert.Empty(person.Wishes.Intersect(Showing));
        foreach (var words in Told)
            Assert.DoesNotContain(words, string.Join('\n', person.Messages.Select(m => m.ToString())), StringComparison.Ordinal);
    }

    private static async Task<string> Kept(AChat chat)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult", "they call me names every day", "abuse.hate", "stop", "yes");
        var code = person.Code!;
        await person.Say("stop");
        Assert.True(person.Ended);
        return code;
    }
}
