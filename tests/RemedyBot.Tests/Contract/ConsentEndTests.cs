using RemedyBot.Handoff.Delivery;

namespace RemedyBot.Tests.Contract;

/// <summary>A yes ends thirty days after it was given, while a kept chat lives thirty days from each visit.</summary>
public sealed class ConsentEndTests
{
    private const string Ended = "Your yes ended on";

    [Fact]
    public async Task The_end_of_a_yes_is_told_and_nothing_is_awaited_promised_or_asked_of_that_place()
    {
        await using var chat = await AChat.Open(desk: false, helplines: new());
        var code = await Kept(chat, TwoHelplines.Clear);
        await chat.Helplines!.Answer(chat.Bot.Vault, "We have read it.");
        var person = await Returned(chat, code, days: 20);
        Assert.DoesNotContain(Ended, person.Texts, StringComparison.Ordinal);
        Assert.Equal("letter-answer/words", person.Step);

        person = await Returned(chat, code, days: 11);
        Assert.Contains($"{Ended} 22 December 2026", person.Texts.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("They were asked to delete it by that day.", person.Texts, StringComparison.Ordinal);
        Assert.Equal("return/menu", person.Step);
        Assert.Contains("send", person.Choices);
        await person.Say("edit");
        Assert.DoesNotContain("/consent/" + TwoHelplines.Clear, person.Choices);
    }

    [Fact]
    public async Task Nobody_who_was_silent_is_called_late_once_the_yes_has_ended()
    {
        await using var chat = await AChat.Open(desk: false, helplines: new());
        var code = await Kept(chat, TwoHelplines.Clear);
        var person = await Returned(chat, code, days: 20);
        Assert.Contains("return/late", person.Steps);
        person = await Returned(chat, code, days: 11);
        Assert.All(["return/late", "return/no-letters", "return/lost"], step => Assert.DoesNotContain(step, person.Steps));
        Assert.Contains(Ended, person.Texts, StringComparison.Ordinal);
        Assert.DoesNotContain("It has arrived.", person.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_whose_yes_has_ended_can_be_said_yes_to_anew_and_gets_a_case_of_its_own()
    {
        await using var chat = await AChat.Open(desk: false, helplines: new());
        var code = await Kept(chat, TwoHelplines.Clear);
        await Returned(chat, code, days: 20);
        var person = await Returned(chat, code, days: 11);
        await person.Say("send");
        for (var turn = 0; turn < 9 && !person.Ended; turn++)
            await person.Say(person.Kind switch { "review" => "confirm", "consent" => Id(person) == TwoHelplines.Clear ? "yes" : "no", _ => "skip" });
        var cases = chat.Helplines!.Received.Where(p => p.IsCase).ToList();
        Assert.Equal([TwoHelplines.Clear, TwoHelplines.Clear], cases.Select(p => p.Recipient.Id));
        Assert.NotEqual(cases[0].Ref, cases[1].Ref);
        Assert.True(cases[1].Expires > cases[0].Expires);
        Assert.DoesNotContain(chat.Helplines.Received, p => p.Form == ParcelForm.Withdrawal);

        person = await Returned(chat, code, days: 1);
        Assert.Contains(Ended, person.Texts, StringComparison.Ordinal);
        Assert.Contains("It has arrived.", person.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_desk_the_copy_is_told_as_deleted_and_what_is_written_after_the_end_opens_no_more()
    {
        await using var chat = await AChat.Open(talks: true);
        var code = await Kept(chat, "desk");
        await Returned(chat, code, days: 20);
        var person = await Returned(chat, code, days: 11);
        Assert.Contains("Their copy here is deleted.", person.Texts, StringComparison.Ordinal);
        chat.Worker!.Come();
        await chat.Worker.Write("Too late.");
        person = await Returned(chat, code, days: 0);
        Assert.DoesNotContain("Too late.", person.Texts, StringComparison.Ordinal);
        Assert.Contains(Ended, person.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_after_the_end_still_asks_them_to_delete_it()
    {
        await using var chat = await AChat.Open(desk: false, helplines: new());
        var code = await Kept(chat, TwoHelplines.Clear);
        await Returned(chat, code, days: 20);
        var person = await Returned(chat, code, days: 11);
        await person.Say("erase", "yes");
        await chat.Bot.Dispatcher.RunOnceAsync(default);
        Assert.Single(chat.Helplines!.Received, p => p.Form == ParcelForm.Withdrawal);
    }

    private static string Id(Person person) => person.Last.GetProperty("recipient").GetProperty("id").GetString()!;

    private static async Task<Person> Returned(AChat chat, string code, double days)
    {
        chat.Later(days);
        return await (await chat.Greet("en", code)).Say("no");
    }

    /// <summary>The code of a case that one place has.</summary>
    private static async Task<string> Kept(AChat chat, string recipient)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.harassment", "enough", "confirm");
        for (var turn = 0; turn < 12 && person.Step != "keep/keep"; turn++)
            await person.Say(person.Step == "recipient-consent/default" && Id(person) == recipient ? "yes" : person.Kind == "consent" ? "no" : "skip");
        await person.Say("yes");
        return person.Code!;
    }
}
