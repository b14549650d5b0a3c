namespace RemedyBot.Tests.Contract;

/// <summary>The one sentence for reports goes with the general part of a case, and what names somebody in it is hidden as in the story.</summary>
public sealed class OneSentenceTests
{
    private const string Sentence = "My ex Carlos Gomez posts my photos, his phone is +34 612 345 678";

    [Theory]
    [InlineData("skip", "My ex [name 1] posts my photos, his phone is [phone 1]")]
    [InlineData("1", "My ex Carlos Gomez posts my photos, his phone is [phone 1]")]
    public async Task Names_and_numbers_in_it_are_shown_to_be_hidden_before_it_leaves(string answer, string left)
    {
        await using var chat = await AChat.Open();
        var person = await Told(chat);
        await person.Say("yes");
        Assert.Equal("recipient-consent/masks", person.Step);
        Assert.Equal(2, person.Choices.Length);
        await person.Say(answer);
        Assert.Equal(left, Assert.Single(person.Handoffs).GetProperty("document").GetProperty("statement").GetProperty("short_reason").GetString());
    }

    [Fact]
    public async Task Where_it_stays_nothing_is_asked_about_it()
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat)).Say("g1");
        Assert.Equal("keep/keep", person.Step);
    }

    [Fact]
    public async Task What_may_be_seen_is_meant_of_those_words_alone()
    {
        await using var chat = await AChat.Open();
        var first = await (await Told(chat)).Say("yes");
        var second = await (await Told(chat, "Anna Lopez and Carlos Gomez post my photos")).Say("yes");
        Assert.Single(first.Choices.Intersect(second.Choices));
    }

    private static async Task<Person> Told(AChat chat, string sentence = Sentence)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult", "ibsa.ncii");
        while (person.Step != "detail/reason")
            await person.Say("skip");
        return await person.Say(sentence, "enough", "confirm");
    }
}
