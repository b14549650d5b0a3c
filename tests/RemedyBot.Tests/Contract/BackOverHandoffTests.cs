namespace RemedyBot.Tests.Contract;

/// <summary>Going back takes nothing from a helpline: taking a yes back is a wish of its own, asked once.</summary>
public sealed class BackOverHandoffTests
{
    [Fact]
    public async Task It_stops_at_the_yes_that_a_case_left_with()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.hate", "enough", "confirm", "yes");
        var handed = Assert.Single(person.Handoffs).ToString();
        await person.Say("yes", "back");
        Assert.Equal("keep/keep", person.Step);
        await person.Say("back");
        Assert.Equal(("keep/keep", "Your case has been passed on, so going back stops here. To take it back, choose \"Change an answer\"."), (person.Step, person.Messages[0].GetProperty("text").GetString()));
        Assert.Equal(handed, Assert.Single(person.Handoffs).ToString());
        await person.Say("change", "/consent/desk", "yes");
        Assert.Empty(person.Handoffs);
    }

    [Fact]
    public async Task Before_anything_left_it_takes_answers_back_as_everywhere()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", "they wrote lies about me online", "abuse.hate", "enough", "confirm", "yes");
        Assert.Equal("recipient-consent/beyond", person.Step);
        await person.Say("back");
        Assert.Equal("recipient-consent/default", person.Step);
    }
}
