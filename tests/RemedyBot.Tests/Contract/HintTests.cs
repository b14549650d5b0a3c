namespace RemedyBot.Tests.Contract;

/// <summary>What is said after an answer that was not understood names only what can be done there.</summary>
public sealed class HintTests
{
    [Theory]
    [InlineData("common/retry-yes-or-no", "unknown", "erase")]
    [InlineData("common/empty-question", "", "erase")]
    [InlineData("common/retry-yesno", "hm", "language", "back")]
    [InlineData("common/retry-choice", "hm", "no", "no")]
    [InlineData("common/empty", "", "no", "no")]
    public async Task Is_about_the_choices_and_wishes_that_stand(string hint, string said, params string[] before)
    {
        await using var chat = await AChat.Open();
        foreach (var language in AChat.Languages)
        {
            var person = await (await (await chat.Greet(language)).Say(before)).Say(said);
            Assert.Equal(Words(language, hint), person.Messages[0].GetProperty("text").GetString());
        }
    }

    [Theory]
    [InlineData("skip", "common/retry-question")]
    [InlineData("", "common/empty-question")]
    public async Task Where_only_going_on_is_offered_no_skip_is_named(string said, string hint)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.hate", "stop", "yes");
        var code = person.Code!;
        await person.Say("stop");
        person = await (await chat.Greet(resume: code)).Say("yes", said);
        Assert.Equal((2, "return/hold"), (person.Messages.Length, person.Step));
        Assert.Equal(Words("en", hint), person.Messages[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Also_after_many_tries()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("erase", "hm", "hm", "hm", "hm", "hm", "hm");
        Assert.Equal(Words("en", "common/retry-yes-or-no"), person.Messages[0].GetProperty("text").GetString());
    }

    private static string Words(string language, string key) => AChat.Content.Localizer.Catalog.Render(language, key);
}
