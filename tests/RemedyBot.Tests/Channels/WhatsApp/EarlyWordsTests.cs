namespace RemedyBot.Tests.Channels.WhatsApp;

/// <summary>Words that were typed before a question about safety, or a consent, could be read: they do not answer it.</summary>
public sealed class EarlyWordsTests(BehindWhatsApp both) : IClassFixture<BehindWhatsApp>
{
    private const string Danger = "in danger right now";
    private const string Device = "see what you do on this device";
    private const string Refused = "it is not kept";

    [Theory]
    [InlineData("no")]
    [InlineData("yes")]
    public async Task An_answer_that_came_with_the_one_before_shows_the_question(string words)
    {
        var person = await At("hello");
        var told = await AtOnce(person, "en", words);
        Assert.Contains(Refused, told, StringComparison.Ordinal);
        Assert.Contains(Danger, told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Device, told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Device, Last(await person.Say("no")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task However_many_they_are()
    {
        var person = await At("hello");
        await AtOnce(person, "en", "no", "no", "no");
        Assert.Contains(Device, Last(await person.Say("no")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Danger_is_heard_in_it()
    {
        var person = await At("hello");
        Assert.Contains("emergency", await AtOnce(person, "en", "he is outside my door with a knife and wants to kill me"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_agrees_to_nothing_and_ends_nothing()
    {
        var person = await At("hello", "en", "no", "no", "adult", "ibsa");
        var told = await AtOnce(person, "stop", "no");
        Assert.Contains(Refused, told, StringComparison.Ordinal);
        Assert.NotEmpty(WithWhatsApp.Taps(person.Sent[^1]));
    }

    [Fact]
    public async Task Who_tries_again_after_an_answer_that_was_not_understood_has_the_question_before_them()
    {
        var person = await At("hello", "en");
        Assert.Contains(Device, await AtOnce(person, "hm", "no"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Until_the_app_has_said_that_it_took_the_question_words_are_early_and_a_tap_is_not()
    {
        var (typing, tapping) = (await At("hello", "en"), await At("hello", "en"));
        var held = new TaskCompletionSource();
        both.Graph.Hold = held.Task;
        foreach (var person in (WithWhatsApp[])[typing, tapping])
        {
            var before = person.Sent.Count;
            Assert.Equal(200, await person.Post(person.TapOn("no")));
            await Queue.AQueue.Until(() => person.Sent.Count > before);
        }
        var (typed, tapped) = (typing.Sent.Count, tapping.Sent.Count);
        Assert.Equal(200, await typing.Post(typing.Words("no")));
        Assert.Equal(200, await tapping.Post(tapping.TapOn("no")));
        held.SetResult();
        Assert.Contains(Device, Last(await Settled.After(() => typing.Sent, typed, 1, both.Server)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Device, Last(await Settled.After(() => tapping.Sent, tapped, 1, both.Server)), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<WithWhatsApp> At(params string[] words)
    {
        var person = new WithWhatsApp(both.Graph, both.Server);
        foreach (var said in words)
            await person.Say(said);
        return person;
    }

    /// <summary>Sends them in one call, and gives what came to it.</summary>
    private async Task<string> AtOnce(WithWhatsApp person, params string[] words)
    {
        var before = person.Sent.Count;
        Assert.Equal(200, await person.Post([.. words.Select((said, place) => AWebhook.Text(person.Person, person.NewId(), person.Now + place, said))]));
        return string.Join('\n', (await Settled.After(() => person.Sent, before, 1, both.Server)).Select(WithWhatsApp.Text));
    }

    private static string Last(IReadOnlyList<System.Text.Json.Nodes.JsonNode> sent) => WithWhatsApp.Text(sent[^1]);
}
