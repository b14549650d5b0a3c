using System.Text.Json.Nodes;
using RemedyBot.Dialogs.Model;
using RemedyBot.Tests.Understanding.Messages;
using RemedyBot.Turns;
using RemedyBot.Understanding.Signals;

namespace RemedyBot.Tests.Contract;

/// <summary>What was told beside a question can be written anew and taken out, and nothing else changes with it.</summary>
public sealed class ToldWordsTests
{
    private const string Story = "my ex posted my nude photos on instagram without my consent";
    private const string More = "and he sends them to my boss";
    private const string Anew = "somebody shares pictures that are mine alone";

    /// <summary>Each question where words are welcome: what leads there, and what is said after they were told.</summary>
    private static readonly Dictionary<string, (string[] Before, string[] After)> Places = new()
    {
        ["safety/danger"] = ([], ["no", "no", "adult", "abuse.hate"]),
        ["safety/device"] = (["no"], ["no", "adult", "abuse.hate"]),
        ["age/band"] = (["no", "no"], ["adult", "abuse.hate"]),
        ["harm/what"] = (["no", "no", "adult"], ["abuse.hate"]),
        ["harm/sounds"] = (["no", "no", "adult", Story], ["abuse.hate"]),
        ["harm/leaf"] = (["no", "no", "adult", "abuse"], ["abuse.hate"]),
        ["maybe-danger/now"] = (["no", "no", "adult", Maybe(Signal.Danger, Signal.SelfHarm)], ["ES", "yes", "continue", "abuse.hate"]),
        ["maybe-selfharm/thoughts"] = (["no", "no", "adult", Maybe(Signal.SelfHarm, Signal.Danger)], ["ES", "yes", "continue", "abuse.hate"]),
    };

    public static TheoryData<string> Steps => [.. AChat.Content.Dialogs.Dialogs.All.SelectMany(d => d.Steps).OfType<Ask>().Where(a => a.Words == Told.Statement).Select(a => a.Path)];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Words_are_written_anew_and_taken_out(string step)
    {
        await using var chat = await AChat.Open();
        var (before, after) = Places[step];
        var person = await (await chat.Greet()).Say(before);
        Assert.Equal(step, person.Step);
        await person.Say([More, .. after]);
        var (asked, told, rest) = (person.Step, Words(person), Rest(person));
        Assert.EndsWith(More, told, StringComparison.Ordinal);

        await person.Say("change", "/statement/original");
        Assert.Equal(("detail/story", "text", "/statement/original"), (person.Step, person.Kind, person.Field));
        await person.Say(Anew);
        Assert.Equal((asked, Anew, rest), (person.Step, Words(person), Rest(person)));
        await person.Say("back");
        Assert.Equal((asked, told, rest), (person.Step, Words(person), Rest(person)));

        await person.Say("change", "/statement/original", "skip");
        Assert.Null(Words(person));
        Assert.Equal(rest, Rest(person));
        await person.Say("so-far");
        Assert.DoesNotContain(More, person.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_leaves_the_words_as_they_are_and_a_question_still_open_is_asked_again()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say(Story, "change", "/statement/original", "back");
        Assert.Equal(("safety/danger", Story), (person.Step, Words(person)));
        await person.Say("change", "/statement/original", Anew);
        Assert.Equal(("safety/danger", Anew), (person.Step, Words(person)));
    }

    [Fact]
    public async Task Words_that_a_question_came_of_are_asked_for_before_it()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", Story);
        Assert.Equal("harm/sounds", person.Step);
        await person.Say("change", "/statement/original");
        Assert.Equal("detail/story", person.Step);
        await person.Say("skip");
        Assert.Equal(("harm/what", null), (person.Step, Words(person)));
    }

    [Fact]
    public async Task Danger_in_the_new_words_is_heard()
    {
        await using var chat = await AChat.Open();
        var person = await (await chat.Greet()).Say("no", "no", "adult", Story, "change", "/statement/original", "he is outside my door with a knife");
        Assert.Equal("danger/first", person.Steps[0]);
        Assert.Equal("he is outside my door with a knife", Words(person));
    }

    [Fact]
    public async Task Who_tells_of_a_child_is_asked_to_leave_out_what_a_picture_shows()
    {
        await using var chat = await AChat.Open();
        var person = await (await (await chat.Greet()).Say(Story, "no", "no", "13_15")).SkipTo("harm/sounds");
        await person.Say("child.csam", "change", "/statement/original");
        Assert.Equal("detail/story-young", person.Step);
    }

    private static string Maybe(Signal signal, Signal other) => TheModel.Files.Development
        .First(e => e.Language == "en" && TheModel.Reader.Hear(e.Text, "en") is { Firm.Count: 0 } hearing && hearing.Maybe.Contains(signal) && !hearing.Maybe.Contains(other)).Text;

    private static string? Words(Person person) => (string?)JsonNode.Parse(person.Summary.GetRawText())!["statement"]?["original"]?["text"];

    /// <summary>All of the summary but the words.</summary>
    private static string Rest(Person person)
    {
        var summary = JsonNode.Parse(person.Summary.GetRawText())!.AsObject();
        summary.Remove("statement");
        return summary.ToJsonString();
    }
}
