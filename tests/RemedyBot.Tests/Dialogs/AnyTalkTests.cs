using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RemedyBot.Tests.Contract;

namespace RemedyBot.Tests.Dialogs;

/// <summary>Whatever somebody does in the shipped dialogs, through the real turns. Every line is held against the contract's rules on the way.</summary>
public sealed class AnyTalkTests
{
    private const int Moves = 40;

    [Property(MaxTest = 60)]
    public Property Never_fails_and_always_has_a_way_out() => Prop.ForAll(RandomTalk.Moves(Moves), async moves =>
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        foreach (var move in moves)
        {
            await person.Say(move.Typed(person));
            Assert.True(person.Ended || person.Wishes.Contains("stop") || person.Wishes.Contains("back"), person.Step);
        }
    });

    [Property(MaxTest = 15)]
    public Property Goes_the_same_way_twice() => Prop.ForAll(RandomTalk.Moves(Moves), async moves =>
    {
        Assert.Equal(await Lines(moves), await Lines(moves));

        static async Task<string> Lines(Move[] moves)
        {
            await using var chat = await AChat.Open(seed: 99);
            var person = await chat.Greet();
            var all = new List<byte>(person.Line);
            foreach (var move in moves)
                all.AddRange((await person.Say(move.Typed(person))).Line);
            return System.Text.Encoding.UTF8.GetString([.. all]);
        }
    });

    [Property(MaxTest = 15)]
    public Property Ends_when_it_is_stopped() => Prop.ForAll(RandomTalk.Moves(Moves), async moves =>
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        foreach (var move in moves)
            await person.Say(move.Typed(person));
        if (!person.Ended)
            await person.Say("stop");
        for (var turn = 0; turn < 3 && !person.Ended; turn++)
            await person.Say("no");
        Assert.True(person.Ended, person.Step);
    });

    [Property(MaxTest = 15)]
    public Property Comes_to_an_end_by_skipping() => Prop.ForAll(RandomTalk.Moves(Moves), async moves =>
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        foreach (var move in moves)
            await person.Say(move.Typed(person));
        for (var turn = 0; turn < 90 && !person.Ended; turn++)
            await person.Say(person.Wishes.Contains("skip") ? "skip" : person.Choices.Contains("no") ? "no" : person.Choices[0]);
        Assert.True(person.Ended, person.Step);
    });

    [Property(MaxTest = 15)]
    public Property Says_that_it_is_erased_when_it_is() => Prop.ForAll(RandomTalk.Moves(Moves), async moves =>
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        foreach (var move in moves)
            await person.Say(move.Typed(person));
        if (person.Ended || !person.Wishes.Contains("erase"))
            return;
        await person.Say("erase", "yes");
        Assert.True(person.Ended);
        Assert.Equal("wish-erase/erased", person.Step);
        Assert.Equal(0, person.Trace.GetProperty("handoffs").GetArrayLength());
    });

    [Property(MaxTest = 15)]
    public Property Hands_over_nothing_without_a_yes() => Prop.ForAll(RandomTalk.Moves(Moves), async moves =>
    {
        await using var chat = await AChat.Open();
        var person = await chat.Greet();
        foreach (var move in moves)
            await person.Say(person.Kind == "consent" ? "no" : move.Typed(person));
        Assert.Empty(person.Handoffs);
    });
}
