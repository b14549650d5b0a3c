namespace RemedyBot.Tests.Channels.Sms;

/// <summary>Where a chat begins, ends and is taken up again late: nobody answers what they have not seen, and nobody is greeted who wants nothing.</summary>
public sealed class SmsEdgeTests(BehindAGateway both) : IClassFixture<BehindAGateway>
{
    private const string ACode = "12345 67890 12345 67890 12344";

    private WithAPhone Somebody() => new(both.Gateway, both.Server);

    [Theory]
    [InlineData("START")]
    [InlineData("a picture")]
    [InlineData("too long")]
    public async Task After_a_while_the_question_itself_is_shown_and_a_number_answers_that(string first)
    {
        await using var server = await AServer.Start(settings => both.Gateway.Behind(settings, ("incomingMedia", "media")));
        var person = new WithAPhone(both.Gateway, server);
        foreach (var text in (string[])["hi", "en", "no"])
            await person.Say(text);
        var consent = await person.Say("stop");
        server.Clock.Advance(TimeSpan.FromMinutes(11.5));
        var message = person.Message(first switch { "a picture" => "", "too long" => new('x', 4_001), _ => first });
        if (first == "a picture")
            message["media"] = 1;
        var shown = await person.Bring(message);
        Assert.DoesNotContain(shown, m => m.Contains("Go on", StringComparison.Ordinal));
        Assert.EndsWith(shown[^1][shown[^1].IndexOf("Do you want to keep", StringComparison.Ordinal)..], consent[^1], StringComparison.Ordinal);
        Assert.Contains("2. ", shown[^1], StringComparison.Ordinal);
        Assert.Contains("not kept", string.Concat(await person.Say("2")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("unsubscribe")]
    public async Task Stop_as_the_first_word_is_left_unanswered_and_nothing_is_stored(string word)
    {
        var (person, rows) = (Somebody(), both.Server.Rows);
        Assert.Equal(200, await person.Post(person.Message(word)));
        Assert.Equal("New message\n\nNothing is kept here.", Assert.Single(await person.Say("erase")));
        Assert.Single(person.Sent);
        Assert.Equal(rows, both.Server.Rows);
    }

    [Fact]
    public async Task A_second_stop_is_left_unanswered_too()
    {
        var person = Somebody();
        foreach (var text in (string[])["hi", "en", "no", "STOP", "no"])
            await person.Say(text);
        var (sent, rows) = (person.Sent.Count, both.Server.Rows);
        Assert.Equal(200, await person.Post(person.Message("STOP")));
        Assert.Equal("New message\n\nNothing is kept here.", Assert.Single(await person.Say("erase")));
        Assert.Equal((sent + 1, rows), (person.Sent.Count, both.Server.Rows));
    }

    [Theory]
    [InlineData("erase yes", false)]
    [InlineData("erase yes", true)]
    [InlineData("stop no", true)]
    [InlineData("stop yes skip", false)]
    public async Task The_message_that_ended_a_chat_begins_none_when_it_comes_again(string words, bool restarted)
    {
        await using var server = await AServer.Start(settings => both.Gateway.Behind(settings));
        var person = new WithAPhone(both.Gateway, server);
        foreach (var text in (string[])["hi", "en", "no", .. words.Split(' ')[..^1]])
            await person.Say(text);
        var last = person.Message(words.Split(' ')[^1]);
        if (restarted)
        {
            // It dies before the goodbye went out and before the gateway heard that the message was taken.
            for (var n = 0; n < 2; n++)
                both.Gateway.Answers.Enqueue((503, "{}"));
            Assert.Equal(200, await person.Post(last));
            await server.Restart();
            both.Gateway.Answers.Clear();
        }
        else
            await person.Bring(last);
        await Until(() => server.Waiting == 0);
        var (sent, rows) = (person.Sent.Count, server.Rows);
        server.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(200, await person.Post(last));
        await Task.Delay(300);
        Assert.Equal((sent, rows), (person.Sent.Count, server.Rows));
        Assert.Contains("Which language", string.Concat(await person.Say("hi again")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_goes_to_the_page_and_is_stored_nowhere()
    {
        var (person, rows) = (Somebody(), both.Server.Rows);
        Assert.Contains("only: https://bot.example", Assert.Single(await person.Say(ACode)), StringComparison.Ordinal);
        Assert.Equal(rows, both.Server.Rows);
        foreach (var text in (string[])["hi", "en", "no", "no", "adult"])
            await person.Say(text);
        rows = both.Server.Rows;
        var told = await person.Say(ACode);
        Assert.Contains("A code cannot be used in this app", told[0], StringComparison.Ordinal);
        Assert.Contains("What happened", string.Concat(told), StringComparison.Ordinal);
        Assert.Equal(rows, both.Server.Rows);
    }

    [Fact]
    public async Task Where_no_further_chat_can_begin_those_that_go_on_are_answered()
    {
        await using var server = await AServer.Start(settings => both.Gateway.Behind(settings) with { LimitsUnkept = 1 });
        var (person, other) = (new WithAPhone(both.Gateway, server), new WithAPhone(both.Gateway, server));
        await person.Say("hi");
        await person.Say("en");
        Assert.Contains("emergency", string.Concat(await person.Say("yes")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(503, await other.Post(other.Message("hi")));
        Assert.Empty(other.Sent);
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tried = 0; tried < 800 && !holds(); tried++)
            await Task.Delay(25);
        Assert.True(holds());
    }
}
