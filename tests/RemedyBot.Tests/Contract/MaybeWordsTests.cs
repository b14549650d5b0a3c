using System.Text.Json.Nodes;
using RemedyBot.Tests.Understanding.Messages;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Contract;

/// <summary>Words that are no answer to "you may have meant danger, is it so?".</summary>
public sealed class MaybeWordsTests
{
    private static readonly (Signal Signal, string Name, string Step, string Field)[] Questions =
    [
        (Signal.Danger, "danger", "maybe-danger/now", "immediate_danger"),
        (Signal.SelfHarm, "selfharm", "maybe-selfharm/thoughts", "self_harm"),
    ];

    private static readonly string[] NoAnswers =
    [
        "4", "٤", "٤٢", "४", "4.", "option 4", "1, 4", "2 and 4", "0", "done", "listo", "+x", "+4", "+none of these", "instagram", "plt.instagram",
        "reach a helpline", "Español", "العربية", "An app or platform, my accounts or devices",
        .. AChat.Content.Localizer.Catalog.Titles("common/none-of-these"), .. AChat.Content.Localizer.Catalog.Titles("harms/ibsa.ncii"), .. AChat.Content.Localizer.Catalog.Titles("person/relation/option.schoolmate"),
        .. AChat.Content.Localizer.Catalog.Titles("age/band/option.adult"), .. AChat.Content.Localizer.Catalog.Titles("recipient-consent/beyond/title.no"),
    ];

    private static readonly string[] Stories =
    [
        "im okay, he lives elsewhere", "he lives in another country", "vive en otra ciudad desde hace un año", "il habite dans un autre pays", "ele mora em outra cidade",
        "هو يعيش في بلد آخر بعيد", "他已经搬到很远的另一个城市去了",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task What_other_questions_are_answered_with_is_no_answer(int question)
    {
        await using var chat = await AChat.Open();
        var (told, person) = await At(chat, question);
        foreach (var text in NoAnswers)
        {
            await person.Say(text);
            Assert.True(person.Step == Questions[question].Step, text);
            Assert.Empty(person.Signals);
            Assert.Equal(told, Statement(person));
        }
        await person.Say("no");
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        Assert.Equal("no", person.Summary.GetProperty("safety").GetProperty(Questions[question].Field).GetString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Words_that_are_no_answer_bring_help_and_one_tap_takes_it_back(int question)
    {
        await using var chat = await AChat.Open();
        var (_, name, _, field) = Questions[question];
        foreach (var text in Stories)
        {
            var (told, person) = await At(chat, question);
            await person.Say(text);
            Assert.Equal(name + "/first", person.Steps[0]);
            Assert.Equal(name + "/country", person.Step);
            Assert.Equal([name], person.Signals);
            Assert.Contains("no", person.Choices);
            await person.Say(person.Title("no"));
            Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
            Assert.Empty(person.Signals);
            Assert.Empty(person.Reasons);
            Assert.Null(person.Urgency);
            Assert.Equal("no", person.Summary.GetProperty("safety").GetProperty(field).GetString());
            Assert.Equal(told + "\n" + text, Statement(person));
        }
    }

    [Theory]
    [InlineData(0, "danger/still")]
    [InlineData(1, "selfharm/thoughts")]
    public async Task Who_names_the_country_is_asked_once_more(int question, string still)
    {
        await using var chat = await AChat.Open();
        var (told, person) = await At(chat, question);
        await person.Say("hm, so so", "ES");
        Assert.Equal(still, person.Step);
        Assert.Equal(told, Statement(person));
        await person.Say("no");
        Assert.Equal("harm", person.Last.GetProperty("topic").GetString());
        Assert.Empty(person.Signals);
        Assert.Null(person.Urgency);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Back_asks_anew(int question)
    {
        await using var chat = await AChat.Open();
        var (_, person) = await At(chat, question);
        await person.Say("hm, so so", "back");
        Assert.Equal(Questions[question].Step, person.Step);
        Assert.Empty(person.Signals);
    }

    [Theory]
    [InlineData(0, "he is outside my door with a knife", "danger", "harm/")]
    [InlineData(1, "he is outside my door with a knife", "danger", "maybe-selfharm/thoughts")]
    [InlineData(0, "I want to die", "selfharm", "maybe-danger/now")]
    [InlineData(1, "I want to die", "selfharm", "harm/")]
    public async Task Danger_that_is_meant_is_heard_and_stays(int question, string words, string name, string then)
    {
        await using var chat = await AChat.Open();
        var (told, person) = await At(chat, question);
        await person.Say(words);
        Assert.Equal(name + "/first", person.Steps[0]);
        Assert.Equal([name], person.Signals);
        Assert.Equal(told + "\n" + words, Statement(person));
        await person.Say("no");
        Assert.StartsWith(then, person.Step, StringComparison.Ordinal);
        Assert.Equal([name], person.Signals);
    }

    [Fact]
    public async Task A_harms_title_that_tells_of_danger_brings_help()
    {
        await using var chat = await AChat.Open();
        var (_, person) = await At(chat, 0);
        await person.Say("I am threatened with violence");
        Assert.Equal("danger/first", person.Steps[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_yes_after_it_counts(int question)
    {
        await using var chat = await AChat.Open();
        var (_, person) = await At(chat, question);
        await person.Say("hm, so so", "ES", "yes", "continue");
        Assert.Equal([Questions[question].Name], person.Signals);
        Assert.Equal("yes", person.Summary.GetProperty("safety").GetProperty(Questions[question].Field).GetString());
        Assert.Equal("U0", person.Urgency);
    }

    private static async Task<(string Told, Person Person)> At(AChat chat, int question)
    {
        var (signal, _, step, _) = Questions[question];
        var other = Questions[1 - question].Signal;
        var told = TheModel.Files.Development.First(e => e.Language == "en"
            && TheModel.Reader.Hear(e.Text, "en") is { Firm.Count: 0 } hearing && hearing.Maybe.Contains(signal) && !hearing.Maybe.Contains(other)).Text;
        var person = await (await chat.Greet()).Say("no", "no", "adult", told);
        Assert.Equal(step, person.Step);
        return (told, person);
    }

    private static string? Statement(Person person) => (string?)JsonNode.Parse(person.Summary.GetRawText())!["statement"]?["original"]?["text"];
}
