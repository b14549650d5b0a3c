using System.Text.Json;

namespace RemedyBot.Tests.Contract;

/// <summary>Back while help is shown takes out nothing that cannot be seen.</summary>
public sealed class BackInHelpTests
{
    private const string Alarm = "he is outside my door with a knife";

    [Fact]
    public async Task Back_in_help_that_words_brought_up_ends_there_and_says_so()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "my ex posted my nude photos on instagram without my consent", Alarm);
        Assert.Equal("danger/country", person.Step);
        Assert.DoesNotContain("back", person.Wishes);
        var summary = person.Summary.ToString();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await person.Say("back");
            Assert.Equal(("danger/country", summary), (person.Step, person.Summary.ToString()));
            Assert.Contains("You cannot go back further from here", person.Texts, StringComparison.Ordinal);
        }
        await person.Say("no");
        Assert.Equal("safety/device", person.Step);
    }

    [Fact]
    public async Task An_answer_given_in_the_help_is_taken_back()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", Alarm, "DE", "back");
        Assert.Equal("danger/country", person.Step);
        Assert.Equal(JsonValueKind.String, person.Summary.GetProperty("safety").GetProperty("device_compromise").ValueKind);
        var summary = person.Summary.ToString();
        await person.Say("back");
        Assert.Equal(("danger/country", summary), (person.Step, person.Summary.ToString()));
    }

    [Fact]
    public async Task Help_that_comes_while_stopping_can_still_be_left_by_stop()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "stop", Alarm);
        Assert.Equal("danger/country", person.Step);
        Assert.Contains("stop", person.Wishes);
        await person.Say("stop", "no");
        Assert.True(person.Ended);
    }

    [Fact]
    public async Task Where_the_same_question_stays_it_is_said_what_back_did()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("my ex posted my nude photos on instagram without my consent", "back");
        Assert.Equal("safety/danger", person.Step);
        Assert.Contains("Your last answer is taken back", person.Texts, StringComparison.Ordinal);
        await person.Say("no", "back");
        Assert.DoesNotContain("Your last answer is taken back", person.Texts, StringComparison.Ordinal);
    }
}
