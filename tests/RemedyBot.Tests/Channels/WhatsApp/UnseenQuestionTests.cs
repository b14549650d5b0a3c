using RemedyBot.Channels.WhatsApp;

namespace RemedyBot.Tests.Channels.WhatsApp;

/// <summary>Words that were typed after a question which WhatsApp did not take: they answer nothing, the question is shown.</summary>
public sealed class UnseenQuestionTests(BehindWhatsApp both) : IClassFixture<BehindWhatsApp>
{
    private const string Device = "see what you do on this device";

    [Fact]
    public async Task Yes_typed_under_the_template_shows_the_question_and_answers_nothing()
    {
        var person = await AtTheDoor("no");
        var device = await person.Say("yes");
        Assert.Contains(Device, WithWhatsApp.Text(device[^1]), StringComparison.OrdinalIgnoreCase);
        var after = await person.Say("no");
        Assert.DoesNotContain(Device, WithWhatsApp.Text(after[^1]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_wrote_it_is_told_that_it_was_not_taken()
    {
        var person = await AtTheDoor("no");
        var shown = string.Join('\n', (await person.Say("yes")).Select(WithWhatsApp.Text));
        Assert.Contains("it is not kept", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_is_kept_and_answers_nothing()
    {
        const string story = "my ex posted my nude photos on instagram without my consent";
        var person = await AtTheDoor("no");
        var shown = await person.Say(story);
        Assert.Contains("It is kept", string.Join('\n', shown.Select(WithWhatsApp.Text)), StringComparison.Ordinal);
        Assert.Contains(Device, WithWhatsApp.Text(shown[^1]), StringComparison.OrdinalIgnoreCase);
        var known = await person.Say("so-far");
        Assert.Contains(story, string.Join('\n', known.Select(WithWhatsApp.Text)), StringComparison.Ordinal);
        var after = await person.Say("no");
        Assert.DoesNotContain(Device, WithWhatsApp.Text(after[^1]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Danger_is_heard_all_the_same()
    {
        var person = await AtTheDoor("no");
        var heard = await person.Say("he is outside my door with a knife and wants to kill me");
        Assert.Contains(heard, m => WithWhatsApp.Text(m).Contains("emergency", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_wish_is_followed()
    {
        var person = await AtTheDoor("no");
        await person.Say("erase");
        Assert.Contains("erased", WithWhatsApp.Text((await person.Say("yes"))[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_it_is_known_too_and_the_template_does_not_go_again()
    {
        var person = await AtTheDoor("no");
        var sent = person.Sent.Count;
        await both.Server.Restart();
        await Task.Delay(300);
        Assert.Equal(sent, person.Sent.Count);
        Assert.Contains(Device, WithWhatsApp.Text((await person.Say("yes"))[^1]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task While_a_question_is_tried_again_words_answer_nothing()
    {
        var person = new WithWhatsApp(both.Graph, both.Server);
        await person.Say("hello");
        var danger = (await person.Say("en"))[^1];
        var before = person.Sent.Count;
        (both.Server.Clock.Haste, both.Server.Clock.Longest) = (10, TimeSpan.Zero);
        // "Too many calls of this app": a minute.
        both.Graph.Failures.Enqueue((400, 80007));
        Assert.Equal(200, await person.Post(person.Words("no")));
        await Queue.AQueue.Until(() => both.Server.Clock.Longest >= TimeSpan.FromMinutes(1));
        both.Server.Clock.Haste = 1;
        await Task.Delay(100);
        Assert.Equal(200, await person.Post(person.Words("yes")));
        Assert.Equal(before, person.Sent.Count);
        var shown = await Settled.After(() => person.Sent, before, 3, both.Server);
        Assert.NotEqual(WithWhatsApp.Text(danger), WithWhatsApp.Text(shown[^1]));
        Assert.Collection(
            shown.Select(WithWhatsApp.Text),
            lost => Assert.Contains(Device, lost, StringComparison.OrdinalIgnoreCase),
            notice => Assert.Contains("it is not kept", notice, StringComparison.Ordinal),
            again => Assert.Contains(Device, again, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Somebody whose last answer was taken while the one to it was not: the window had closed.</summary>
    private async Task<WithWhatsApp> AtTheDoor(string answer)
    {
        var person = new WithWhatsApp(both.Graph, both.Server);
        await person.Say("hello");
        await person.Say("en");
        both.Graph.Failures.Enqueue((400, GraphError.WindowClosed));
        var sent = await person.Say(answer);
        Assert.Equal("template", (string?)Assert.Single(sent)["type"]);
        return person;
    }
}
