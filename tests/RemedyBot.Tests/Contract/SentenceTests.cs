using RemedyBot.Dialogs.Model;

namespace RemedyBot.Tests.Contract;

/// <summary>What somebody tells at a question that asks something else is kept, and nobody is told that it was not understood.</summary>
public sealed class SentenceTests
{
    private const string Told = "and he sends them to my boss";

    public static TheoryData<string> Dialogs => ["danger", "selfharm", "minor"];

    [Theory]
    [InlineData("danger/country", "yes")]
    [InlineData("danger/onward", "yes", "Spain")]
    [InlineData("selfharm/country", "no", "no", "adult", "i want to kill myself")]
    [InlineData("selfharm/onward", "no", "no", "adult", "i want to kill myself", "Spain", "yes")]
    [InlineData("age/role", "no", "no", "13_15")]
    [InlineData("minor/onward", "no", "no", "13_15", "self", "child.csam")]
    [InlineData("detail/spreading", "no", "no", "adult", "ibsa.ncii")]
    [InlineData("when/first-seen", "no", "no", "adult", "ibsa.ncii")]
    [InlineData("when/ongoing", "no", "no", "adult", "ibsa.ncii")]
    [InlineData("person/known", "no", "no", "adult", "ibsa.ncii")]
    [InlineData("impact/areas", "no", "no", "adult", "ibsa.ncii")]
    [InlineData("evidence/kinds", "no", "no", "adult", "ibsa.ncii")]
    [InlineData("actions/told", "no", "no", "adult", "ibsa.ncii")]
    [InlineData("remedies/types", "no", "no", "adult", "ibsa.ncii")]
    [InlineData("country/country", "no", "no", "adult", "ibsa.ncii")]
    public async Task A_sentence_that_answers_nothing_is_kept_at_every_question(string step, params string[] before)
    {
        await using var chat = await AChat.Open();
        var person = await (await (await chat.Greet()).Say(before)).SkipTo(step);
        await person.Say(Told);
        Assert.Equal(step, person.Step);
        Assert.Contains(Told, person.Summary.GetProperty("statement").GetProperty("original").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(AChat.Content.Localizer.Catalog.Render("en", "common/thanks"), person.Messages[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("contact/allowed")]
    [InlineData("summary/review")]
    [InlineData("recipient-consent/default")]
    public async Task Nothing_is_kept_where_somebody_agrees(string step)
    {
        await using var chat = await AChat.Open();
        var person = await (await (await chat.Greet()).Say("no", "no", "adult", "ibsa.ncii")).SkipTo(step);
        await person.Say(Told);
        Assert.DoesNotContain(Told, person.Summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_stays_when_its_question_falls_away()
    {
        await using var chat = await AChat.Open();
        var person = await (await (await chat.Greet()).Say("no", "no", "adult", "ibsa.ncii")).SkipTo("detail/spreading");
        await person.Say(Told, "change", "/harms", "priv.breach");
        Assert.Contains(Told, person.Summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_dialog_of_the_intake_keeps_sentences_but_the_one_of_contact() =>
        Assert.Equal(["contact"], AChat.Content.Dialogs.Dialogs.All.Where(d => d.Intake && d.Steps.OfType<Ask>().Any()
            && !d.Steps.OfType<Ask>().Any(a => a.Sentences == "/statement/original")).Select(d => d.Name));

    [Theory]
    [MemberData(nameof(Dialogs))]
    public void Nobody_in_danger_and_no_child_is_told_that_they_were_not_understood(string dialog) =>
        Assert.All(AChat.Content.Dialogs.Dialogs.All.Single(d => d.Name == dialog).Steps.OfType<Ask>(), ask =>
        {
            var key = $"{dialog}/{ask.Id}/retry";
            Assert.NotNull(ask.Retry);
            Assert.All(AChat.Languages, language => Assert.NotEqual(AChat.Content.Localizer.Catalog.Render(language, "common/retry-choice"), AChat.Content.Localizer.Catalog.Render(language, key)));
        });

    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("ok")]
    [InlineData("not sure")]
    [InlineData("finish")]
    [InlineData("Done")]
    [InlineData("Go on")]
    [InlineData("Pass it on")]
    [InlineData("sí")]
    [InlineData("d'accord")]
    [InlineData("não sei")]
    [InlineData("نعم")]
    public async Task An_answer_word_is_no_story(string text)
    {
        await using var chat = await AChat.Open();
        foreach (var step in new[] { "harm/what", "detail/story" })
        {
            var person = await (await (await chat.Greet()).Say("no", "no", "adult")).SkipTo(step);
            await person.Say(text);
            Assert.DoesNotContain("\"original\"", person.Summary.ToString(), StringComparison.Ordinal);
        }
    }
}
