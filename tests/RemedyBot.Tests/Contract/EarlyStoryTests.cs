using RemedyBot.Tests.Understanding.Messages;
using RemedyBot.Turns;

namespace RemedyBot.Tests.Contract;

/// <summary>Who tells at once, whatever is asked, is heard, and does not have to say it again.</summary>
public sealed class EarlyStoryTests
{
    private const string Story = "my ex posted my nude photos on instagram without my consent";

    private static string Statement(Person person) => person.Summary.GetProperty("statement").GetProperty("original").GetProperty("text").GetString()!;

    [Theory]
    [InlineData("safety/danger")]
    [InlineData("safety/device", "no")]
    [InlineData("age/band", "no", "no")]
    public async Task A_story_at_the_first_questions_is_kept(string step, params string[] before)
    {
        await using var chat = await AChat.Open();
        var person = await (await (await chat.Greet()).Say(before)).Say(Story);
        Assert.Equal([step, step], person.Steps);
        Assert.DoesNotContain("did not understand", person.Texts, StringComparison.Ordinal);
        await person.Say([.. new[] { "no", "no", "adult" }.Skip(before.Length)]);
        Assert.Equal("harm/sounds", person.Step);
        Assert.Contains("ibsa.ncii", person.Choices);
        Assert.Equal(Story, Statement(person));
    }

    [Fact]
    public async Task What_is_told_at_several_questions_is_one_story()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say(Story, "no", "and he sends them to my boss", "no", "adult", "and to my whole family");
        Assert.Equal(Story + "\nand he sends them to my boss\nand to my whole family", Statement(person));
        await person.Say("back");
        Assert.Equal(Story + "\nand he sends them to my boss", Statement(person));
    }

    [Theory]
    [InlineData("hm nope")]
    [InlineData("what")]
    public async Task An_answer_that_was_not_understood_is_no_story(string words)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say(words);
        Assert.Contains("yes, no or not sure", person.Texts, StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, person.Summary.ValueKind);
    }

    [Fact]
    public async Task What_is_as_often_wrong_as_right_is_not_suggested()
    {
        var unsure = TheModel.Files.Development.First(e => e.Language == "en" && TheModel.Reader.Suggest(e.Text, "en") is [{ Score: < 0.35f }, ..]
            && TheModel.Reader.Hear(e.Text, "en") is { Firm.Count: 0, Maybe.Count: 0 });
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", unsure.Text);
        Assert.Equal(["harm/what", "harm/what"], person.Steps);
        Assert.Contains("Thank you for telling this", person.Texts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my son is 14 and someone threatens to post his nudes", "child.sextortion")]
    [InlineData("my daughter is bullied in the class chat every day, she is 11", "child.bullying")]
    [InlineData("My 12 year old has been chatting with a man on Roblox who asks her for pics", "child.grooming")]
    public async Task A_parent_who_gave_the_own_age_is_offered_what_happened_to_the_child(string story, string harm)
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", story);
        if (person.Step == "age/role")
            await person.Say("parent_guardian");
        Assert.Equal("harm/sounds", person.Step);
        Assert.Contains(harm, person.Choices);
    }

    [Fact]
    public void Words_are_read_in_the_language_of_the_conversation()
    {
        var (text, language) = TheModel.Files.Development.SelectMany(e => new[] { "tr", "es", "pt", "id", "fr" }, (e, hint) => (e.Text, hint))
            .First(e => !TheModel.Reader.Suggest(e.Text, e.hint).SequenceEqual(TheModel.Reader.Suggest(e.Text)));
        Assert.Equal(TheModel.Reader.Suggest(text, language), new Told(AChat.Content, language).Scored(text));
    }
}
