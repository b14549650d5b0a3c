using RemedyBot.Handoff.Delivery;

namespace RemedyBot.Tests.Contract;

/// <summary>What the person is told and asked once they took a yes back after letters had come.</summary>
public sealed class WithdrawalTests
{
    private const string Words = "We talked on Monday.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [InlineData(false, "skip")]
    [InlineData(true, "skip")]
    [InlineData(false, Words)]
    [InlineData(true, Words)]
    public async Task A_letter_not_answered_is_not_asked_about_and_nothing_goes(bool desk, params string[] said)
    {
        await using var chat = await Open(desk);
        var person = await WithALetter(chat, desk);
        Assert.Equal("letter-answer/words", person.Step);
        await person.Say(said);
        await TakeBack(person, desk);
        Assert.Contains("wish-change/withdrawn", person.Steps);
        await Ends(person, chat, desk, []);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Words_that_were_delivered_are_not_said_to_have_stayed_here(bool desk)
    {
        await using var chat = await Open(desk);
        var person = await WithALetter(chat, desk);
        await person.Say(Words, "yes");
        Assert.Contains("letter-answer/sent", person.Steps);
        var answers = await Answers(chat, desk);
        Assert.Single(answers);
        await TakeBack(person, desk);
        Assert.Contains("wish-change/withdrawn", person.Steps);
        await Ends(person, chat, desk, answers);
    }

    /// <summary>Nothing more is asked or said of letters, and nothing more has gone.</summary>
    private static async Task Ends(Person person, AChat chat, bool desk, IReadOnlyList<string> sent)
    {
        for (var turn = 0; turn < 12 && !person.Ended; turn++)
        {
            Assert.DoesNotContain(person.Steps, step => step.StartsWith("letter-answer/", StringComparison.Ordinal));
            await person.Say(person.Step == "return/menu" ? "continue" : person.Kind switch { "review" => "confirm", "consent" => "no", _ => "skip" });
        }

        Assert.True(person.Ended);
        Assert.DoesNotContain(person.Steps, step => step.StartsWith("letter-answer/", StringComparison.Ordinal));
        if (!desk)
            Assert.Equal(sent, await Answers(chat, desk));
    }

    private static async Task TakeBack(Person person, bool desk) => await person.Say("change", "/consent/" + (desk ? "desk" : TwoHelplines.Sealed), "yes");

    private static Task<AChat> Open(bool desk) => desk ? AChat.Open(talks: true) : AChat.Open(desk: false, helplines: new());

    private static async Task<IReadOnlyList<string>> Answers(AChat chat, bool desk) => desk
        ? [.. await chat.Worker!.Answers(await chat.Worker.Write("One more word."))]
        : [.. chat.Helplines!.Received.Where(p => p.Form == ParcelForm.Answer).Select(p => p.Key)];

    /// <summary>Somebody back by code, who reads that somebody wrote.</summary>
    private static async Task<Person> WithALetter(AChat chat, bool desk)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.harassment", "enough", "confirm");
        for (var turn = 0; turn < 12 && person.Step != "keep/keep"; turn++)
            await person.Say(person.Step == "recipient-consent/default" && Wanted(person, desk) ? "yes" : person.Kind == "consent" ? "no" : "skip");
        await person.Say("yes");
        if (desk)
        {
            chat.Worker!.Come();
            await chat.Worker.Write("We have read it.");
        }
        else
            await chat.Helplines!.Answer(chat.Bot.Vault, "We have read it.");
        return await (await chat.Greet("en", person.Code)).Say("no");
    }

    private static bool Wanted(Person person, bool desk) =>
        person.Last.GetProperty("recipient").GetProperty("id").GetString() == (desk ? "desk" : TwoHelplines.Sealed);
}
