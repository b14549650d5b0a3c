using RemedyBot.Handoff.Delivery;

namespace RemedyBot.Tests.Contract;

/// <summary>That nobody has a case is said only where that is known.</summary>
public sealed class UnclearLossTests
{
    private static readonly SendOutcome.TryLater Unclear = new(Reasons.Malformed) { MayHaveArrived = true };
    private static readonly SendOutcome.TryLater Unreachable = new(Reasons.Unreachable);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_case_that_an_operator_drops_is_told_as_it_is_known(bool unclear)
    {
        await using var chat = await AChat.Open(desk: false, helplines: new() { Says = unclear ? Unclear : Unreachable });
        var code = await Kept(chat);
        var waiting = (await (await chat.Greet("en", code)).Say("no")).Texts;
        Assert.Contains("No word has come yet that it arrived", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody has read it", waiting, StringComparison.Ordinal);
        var outbox = new OutboxList(chat.Bot.Vault.Outbox, chat.Bot.Parts.Time);
        Assert.Equal(1, await outbox.DropAsync((await outbox.ListAsync(default)).Single().Key, default));
        await Tells(chat, code, unclear);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_attempt_that_may_have_arrived_is_remembered_by_all_that_come_after(bool unclear)
    {
        await using var chat = await AChat.Open(desk: false, helplines: new() { Says = unclear ? Unclear : Unreachable });
        var code = await Kept(chat);
        chat.Helplines!.Says = new SendOutcome.Refused(Reasons.Refused);
        chat.Later(0.1);
        await chat.Bot.Dispatcher.RunOnceAsync(default);
        await Tells(chat, code, unclear);
    }

    private static async Task Tells(AChat chat, string code, bool unclear)
    {
        var told = (await (await chat.Greet("en", code)).Say("no")).Texts;
        Assert.Equal(unclear, told.Contains("They may have it all the same.", StringComparison.Ordinal));
        Assert.Equal(!unclear, told.Contains("so nobody has it.", StringComparison.Ordinal));
    }

    private static async Task<string> Kept(AChat chat)
    {
        var person = await (await chat.Greet()).Say("no", "no", "adult", "abuse.harassment", "enough", "confirm", TwoHelplines.Clear);
        for (var turn = 0; turn < 9 && person.Step != "keep/keep"; turn++)
            await person.Say(person.Step == "recipient-consent/default" ? "yes" : person.Kind == "consent" ? "no" : "skip");
        await person.Say("yes");
        return person.Code!;
    }
}
