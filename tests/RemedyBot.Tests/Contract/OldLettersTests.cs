namespace RemedyBot.Tests.Contract;

/// <summary>What others wrote: new words in full and first, what an earlier return showed in one line, and all of it again for whoever asks.</summary>
public sealed class OldLettersTests
{
    private const string First = "We have read it, and we believe you.";
    private const string Second = "The form is on our page now.";

    public static TheoryData<string> Languages => [.. AChat.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task An_earlier_letter_is_said_in_one_line_and_read_again_at_a_wish(string language)
    {
        await using var chat = await AChat.Open(desk: false, helplines: new());
        var code = await Kept(chat, language);
        await chat.Helplines!.Answer(chat.Bot.Vault, First);
        var person = await chat.Greet(language, code);
        await person.Say("no");
        Assert.Contains(First, person.Texts, StringComparison.Ordinal);
        Assert.DoesNotContain("return/shown", person.Steps);
        await person.Say("stop");

        await chat.Helplines.Answer(chat.Bot.Vault, Second);
        person = await chat.Greet(language, code);
        await person.Say("no");
        Assert.Contains(Second, person.Texts, StringComparison.Ordinal);
        Assert.DoesNotContain(First, person.Texts, StringComparison.Ordinal);
        Assert.True(Array.IndexOf(person.Steps, "return/letters") < Array.IndexOf(person.Steps, "return/shown"));
        Assert.Contains(person.Title("so-far"), person.Texts, StringComparison.Ordinal);

        // Asked for, both are there, in order; and the place is kept.
        var step = person.Step;
        await person.Say("so-far");
        Assert.True(person.Texts.IndexOf(First, StringComparison.Ordinal) is var first and >= 0 && first < person.Texts.IndexOf(Second, StringComparison.Ordinal));
        Assert.Equal(step, person.Step);
        await person.Say("stop");

        person = await chat.Greet(language, code);
        await person.Say("no");
        Assert.Contains("return/no-new", person.Steps);
        Assert.DoesNotContain("return/letters", person.Steps);
        Assert.DoesNotContain("return/no-letters", person.Steps);
        Assert.DoesNotContain(Second, person.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_no_answer_showed_stays_new_whatever_came_between()
    {
        await using var chat = await AChat.Open(desk: false, helplines: new());
        var code = await Kept(chat, "en");
        await chat.Helplines!.Answer(chat.Bot.Vault, First);

        // Opened with the code and left before anything was shown, twice.
        await (await chat.Greet("en", code)).Say("erase", "no", "stop");
        var watched = await chat.Greet("en", code);
        await watched.Say("yes");
        Assert.Equal("return/hold", watched.Step);
        await watched.Say("stop");

        var person = await chat.Greet("en", code);
        await person.Say("no");
        Assert.Contains(First, person.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_meanwhile_is_told_as_new_and_not_by_the_wish()
    {
        await using var chat = await AChat.Open(desk: false, helplines: new());
        var code = await Kept(chat, "en");
        var person = await chat.Greet("en", code);
        await person.Say("no");
        await chat.Helplines!.Answer(chat.Bot.Vault, First);
        await person.Say("so-far");
        Assert.DoesNotContain(First, person.Texts, StringComparison.Ordinal);
        await person.Say("so-far");
        Assert.Contains("return/letters", person.Steps);
        Assert.DoesNotContain("wish-so-far/letters", person.Steps);
        Assert.Single(person.Texts.Split('\n'), line => line == First);
        await person.Say("stop");
        person = await chat.Greet("en", code);
        await person.Say("no");
        Assert.Contains("return/shown", person.Steps);
        Assert.DoesNotContain(First, person.Texts, StringComparison.Ordinal);
    }

    private static async Task<string> Kept(AChat chat, string language)
    {
        var person = await chat.Greet(language);
        await person.Say("no", "no", "adult", "abuse.harassment", "unknown", "enough", "confirm", TwoHelplines.Clear);
        for (var turn = 0; turn < 9 && person.Step != "keep/keep"; turn++)
            await person.Say(person.Step == "recipient-consent/default" ? "yes" : person.Kind == "consent" ? "no" : "skip");
        await person.Say("yes");
        var code = person.Code!;
        await person.Say("stop");
        return code;
    }
}
