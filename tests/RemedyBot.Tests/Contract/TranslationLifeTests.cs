using Microsoft.Extensions.Time.Testing;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Turns;
using static RemedyBot.Tests.Contract.TranslationTests;

namespace RemedyBot.Tests.Contract;

/// <summary>What a machine made is of exactly the words that it was given, and is held no longer than it is looked at.</summary>
public sealed class TranslationLifeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_made_of_words_that_she_has_taken_out_since_goes_nowhere_and_she_is_asked_anew(bool reviewed)
    {
        var machine = new Machine(Made);
        var helplines = new TwoHelplines(Cards);
        await using var chat = await AChat.Open(desk: false, helplines: helplines, noticesFrom: "post@bot.example", translator: machine);
        var person = await UpTo("recipient-consent/default", chat, safe: true);
        await person.Say("yes", "g4");
        await person.SkipTo("recipient-consent/translate");
        await person.Say("yes");
        if (reviewed)
            await person.Say("yes");
        Assert.Equal(reviewed ? "recipient-consent/notice" : "recipient-consent/translation", person.Step);
        machine.Makes = "Solo miedo.";
        await person.Say("change", "/statement/original", "I am afraid.");
        Assert.DoesNotContain(Made, person.Texts, StringComparison.Ordinal);
        Assert.Equal("recipient-consent/translate", person.Step);
        Assert.DoesNotContain("4477", person.Texts, StringComparison.Ordinal);
        await person.Say("yes");
        Assert.Contains("Solo miedo.", person.Texts, StringComparison.Ordinal);
        Assert.Equal("recipient-consent/translation", person.Step);
        await person.Say("yes", "no");
        var content = Assert.Single(helplines.Received).Content;
        Assert.Contains("Solo miedo.", content, StringComparison.Ordinal);
        Assert.DoesNotContain(Made, content, StringComparison.Ordinal);
        Assert.DoesNotContain("Marisol", content, StringComparison.Ordinal);
        Assert.Equal("I am afraid.", machine.Asked[^1].Words);
    }

    [Fact]
    public async Task Words_changed_after_the_case_has_gone_are_not_offered_to_a_machine_for_nothing()
    {
        var helplines = new TwoHelplines(Cards);
        await using var chat = await AChat.Open(desk: false, helplines: helplines, translator: new Machine(Made));
        var person = await AtTheReview(chat);
        await person.Say("yes");
        Assert.Equal("keep/keep", person.Step);
        await person.Say("change", "/statement/original", "I am afraid.");
        Assert.DoesNotContain("recipient-consent/translate", person.Steps);
        Assert.DoesNotContain("The translation did not work.", person.Texts, StringComparison.Ordinal);
        Assert.Contains(Made, Assert.Single(helplines.Received).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_goes_back_over_it_once_the_case_has_gone_stays_there_and_takes_nothing_back()
    {
        var helplines = new TwoHelplines(Cards);
        await using var chat = await AChat.Open(desk: false, helplines: helplines, translator: new Machine(Made));
        var person = await AtTheReview(chat);
        await person.Say("yes", "back");
        Assert.Equal("keep/keep", person.Step);
        Assert.Equal([ParcelForm.Clear], helplines.Received.Select(p => p.Form));
        Assert.Contains(Made, helplines.Received[^1].Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("skip")]
    [InlineData("stop", "yes", "skip")]
    [InlineData("stop", "no")]
    public async Task What_was_made_stays_in_memory_no_longer_than_it_is_looked_at(params string[] says)
    {
        await using var chat = await AChat.Open(desk: false, helplines: new(Cards), translator: new Machine(Made));
        var person = await AtTheReview(chat);
        Assert.Equal(1, chat.Bot.Translations.Count);
        await person.Say(says);
        Assert.Equal(0, chat.Bot.Translations.Count);
    }

    [Fact]
    public async Task Where_nobody_looks_at_it_any_more_it_goes_by_itself()
    {
        var time = new FakeTimeProvider(AChat.Now);
        var translations = new Translations(new Machine(Made), AChat.Content, time);
        await translations.MakeAsync(new() { Conversation = new(), CaseId = "a", Created = default, Greeted = "en" }, "hl", "I am afraid.", "es", default);
        time.Advance(TimeSpan.FromMinutes(20));
        await translations.MakeAsync(new() { Conversation = new(), CaseId = "b", Created = default, Greeted = "en" }, "hl", "I am afraid.", "es", default);
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, translations.Count);
        time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(0, translations.Count);
    }

    private static async Task<Person> AtTheReview(AChat chat)
    {
        var person = await UpTo("recipient-consent/default", chat);
        await person.Say("yes", "g4");
        await person.SkipTo("recipient-consent/translate");
        await person.Say("yes");
        Assert.Equal("recipient-consent/translation", person.Step);
        return person;
    }
}
