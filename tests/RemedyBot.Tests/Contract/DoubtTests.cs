namespace RemedyBot.Tests.Contract;

/// <summary>"Not sure" and "I can't remember" are answers: what is not known is passed over, kindly (issue: uncertain dates, skip).</summary>
public sealed class DoubtTests
{
    public static TheoryData<string, string> Words => new()
    {
        { "en", "not sure" }, { "en", "I don't know" }, { "en", "I can't remember" },
        { "es", "no sé" }, { "es", "no me acuerdo" }, { "es", "no estoy segura" },
        { "fr", "je ne sais pas" }, { "fr", "je ne me souviens plus" }, { "fr", "aucune idée" },
        { "pt", "não sei" }, { "pt", "não lembro" }, { "pt", "não faço ideia" },
        { "ar", "لا أعرف" }, { "ar", "لا أذكر" }, { "ar", "نسيت" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Nobody_has_to_know_when_it_was(string language, string words)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(language)).Say("no", "no", "adult", "other.unclassified");
        await (await person.SkipTo("when/first-seen")).Say(words);
        Assert.NotEqual("when/first-seen", person.Step);
        Assert.Equal(AChat.Content.Localizer.Catalog.Render(language, "common/unsure"), person.Messages[0].GetProperty("text").GetString());
        Assert.False(person.Summary.TryGetProperty("timeline", out _));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Nobody_in_danger_has_to_know_the_country(string language, string words)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet(language)).Say("yes", words);
        Assert.Equal("danger/onward", person.Step);
        Assert.Contains("danger/unlisted", person.Steps);
        Assert.Equal(AChat.Content.Localizer.Catalog.Render(language, "common/unsure"), person.Messages[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Where_not_sure_is_offered_it_is_that_answer()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "other.unclassified");
        await (await person.SkipTo("when/ongoing")).Say("I can't remember");
        Assert.NotEqual("when/ongoing", person.Step);
        Assert.DoesNotContain(AChat.Content.Localizer.Catalog.Render("en", "common/unsure"), person.Texts, StringComparison.Ordinal);
    }
}
