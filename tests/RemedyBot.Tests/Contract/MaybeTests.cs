using RemedyBot.Tests.Understanding.Messages;
using RemedyBot.Understanding.Messages;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Contract;

/// <summary>What may have been meant is asked about, gently, once, and one tap goes on.</summary>
public sealed class MaybeTests
{
    /// <summary>A message of the development set of which this, and nothing else, may be meant.</summary>
    private static string Words(Signal signal, int skip = 0) => TheModel.Files.Development
        .Where(e => e.Language == "en" && TheModel.Reader.Hear(e.Text, "en") is { Firm.Count: 0 } hearing && hearing.Maybe.Contains(signal) && !hearing.Maybe.Contains(Other(signal)))
        .Skip(skip).First().Text;

    private static Signal Other(Signal signal) => signal == Signal.Danger ? Signal.SelfHarm : Signal.Danger;

    private static async Task<Person> Told(AChat chat, string words) => await (await chat.Greet()).Say("no", "no", "adult", words);

    [Theory]
    [InlineData(Signal.Danger, "maybe-danger/now", "immediate_danger")]
    [InlineData(Signal.SelfHarm, "maybe-selfharm/thoughts", "self_harm")]
    public async Task Asks_once_and_one_tap_goes_on(Signal signal, string step, string field)
    {
        await using var chat = await AChat.Open();
        var person = await Told(chat, Words(signal));
        Assert.Equal(step, Assert.Single(person.Steps));
        Assert.Empty(person.Signals);
        await person.Say(person.Title("no"));
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        Assert.Empty(person.Signals);
        Assert.Equal("no", person.Summary.GetProperty("safety").GetProperty(field).GetString());
        await person.Say(Words(signal, 1));
        Assert.StartsWith("harm/", person.Step, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Signal.Danger, "danger", "yes")]
    [InlineData(Signal.Danger, "danger", "unknown")]
    [InlineData(Signal.Danger, "danger", "hm, so so", "danger/still")]
    [InlineData(Signal.SelfHarm, "selfharm", "yes")]
    [InlineData(Signal.SelfHarm, "selfharm", "unknown")]
    [InlineData(Signal.SelfHarm, "selfharm", "hm, so so", "selfharm/thoughts")]
    public async Task Anything_but_a_no_brings_help(Signal signal, string dialog, string answer, string? anew = null)
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat, Words(signal))).Say(answer);
        Assert.Equal(dialog + "/first", person.Steps[0]);
        Assert.Contains(dialog, person.Signals);
        await person.Say("ES");
        if (anew is not null)
        {
            Assert.Equal(anew, person.Step);
            await person.Say("unknown");
        }
        Assert.Equal(dialog + "/onward", person.Step);
        await person.Say("continue");
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        await person.Say("back", "back", "back");
        if (anew is not null)
            await person.Say("back");
        Assert.Empty(person.Signals);
    }

    [Theory]
    [InlineData(Signal.Danger, "abuse.harassment")]
    [InlineData(Signal.SelfHarm, "econ.fraud")]
    [InlineData(Signal.SelfHarm, "adult")]
    public async Task A_button_of_an_earlier_question_is_no_answer(Signal signal, string value)
    {
        await using var chat = await AChat.Open();
        var told = Words(signal);
        var person = await Told(chat, told);
        var asked = person.Step;
        await person.Say(value);
        Assert.Equal(asked, person.Step);
        Assert.Empty(person.Signals);
        Assert.Equal(told, person.Summary.GetProperty("statement").GetProperty("original").GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_is_said_there_is_kept_and_answered_once()
    {
        await using var chat = await AChat.Open();
        var told = Words(Signal.Danger);
        var person = await (await Told(chat, told)).Say("he is outside my door with a knife");
        Assert.Equal("danger/first", person.Steps[0]);
        Assert.Equal(told + "\nhe is outside my door with a knife", person.Summary.GetProperty("statement").GetProperty("original").GetProperty("text").GetString());
        await person.Say("no");
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        Assert.DoesNotContain("danger/first", person.Steps);
    }

    [Fact]
    public async Task Can_be_skipped_and_asks_nobody_who_was_asked()
    {
        await using var chat = await AChat.Open();
        var person = await (await Told(chat, Words(Signal.Danger))).Say("skip");
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        var other = await (await chat.Greet()).Say("yes", "ES", "continue", "no", "adult", Words(Signal.Danger));
        Assert.StartsWith("harm/", other.Step, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("i don't know")]
    [InlineData("not sure")]
    [InlineData("no lo sé")]
    public async Task Nobody_is_asked_for_not_knowing(string words)
    {
        await using var chat = await AChat.Open();
        // It passes on to the next question, as a skip does.
        Assert.Equal("detail/story", (await Told(chat, words)).Step);
    }

    [Theory]
    [InlineData("i want them to take it down")]
    [InlineData("in the last week of march")]
    [InlineData("i live in kenya")]
    [InlineData("je veux qu'on supprime les photos")]
    public void Nor_for_an_answer_to_another_question(string words) => Assert.Empty(TheModel.Reader.Hear(words, null, telling: false).Maybe);

    [Fact]
    public void A_hearing_hides_its_words() => Assert.Equal(nameof(Hearing), TheModel.Reader.Hear("hello there").ToString());
}
