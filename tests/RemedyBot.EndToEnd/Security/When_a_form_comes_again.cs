using System.Net;

namespace RemedyBot.EndToEnd.Security;

/// <summary>T22: a message is heard once, whatever browsers, networks and fingers make of it.</summary>
public sealed class When_a_form_comes_again
{
    private const string Words = "kestrelcanary";

    [Fact]
    public async Task The_same_message_changes_nothing_and_gets_the_same_answer()
    {
        await using var server = await OurServer.Start();
        var visitor = await Told(server);
        var (posted, answered, before) = (visitor.Posted, visitor.Text, Marks(server));
        Assert.Equal(answered, (await server.Visitor().Post(posted)).Text);
        Assert.Equal(before, Marks(server));
    }

    [Fact]
    public async Task Other_words_in_the_same_form_are_not_heard_and_stay_in_the_box()
    {
        await using var server = await OurServer.Start();
        var visitor = await Told(server);
        var before = Marks(server);
        var again = await server.Visitor().Post([.. visitor.Posted.Where(field => field.Key != "text"), new("text", "other words altogether")]);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(visitor.Step, again.Step);
        Assert.Contains(">\nother words altogether</textarea>", again.Html, StringComparison.Ordinal);
        Assert.Equal(before, Marks(server));
    }

    [Fact]
    public async Task The_very_first_form_begins_one_conversation_however_often_it_comes()
    {
        await using var server = await OurServer.Start();
        var visitor = await server.Visitor().Open();
        var first = visitor.Fields(("choice", "no"));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => server.Visitor().Post(first)));
        Assert.Single(server.Rows(), row => row.Table == "conversation");
        Assert.Single(server.Rows(), row => row.Table == "turn");

        await visitor.Post(first);
        await visitor.Choose("no");
        var before = Marks(server);
        Assert.Equal("safety/device", (await server.Visitor().Post(first)).Step);
        Assert.Equal(before, Marks(server));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_ten_minutes_it_only_asks_whether_to_go_on(bool first)
    {
        await using var server = await OurServer.Start();
        var visitor = await server.Visitor().Open();
        var begun = visitor.Fields(("choice", "no"));
        await Walk.Until(visitor, v => v.Step == "harm/what");
        await visitor.Say(Words);
        server.Time.Advance(TimeSpan.FromMinutes(11.5));

        var again = await server.Visitor().Post(first ? begun : visitor.Posted);
        Assert.Equal("errors/still-there", again.Step);
        Assert.DoesNotContain(Words, again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("harm/what", again.Html, StringComparison.Ordinal);
        Assert.Equal("harm/what", (await again.Choose("continue")).Step);
    }

    [Fact]
    public async Task Going_on_after_a_pause_is_not_taken_for_an_answer()
    {
        await using var server = await OurServer.Start();
        var visitor = await server.Visitor().Open();
        // A question for one's own words or for a list takes whatever comes.
        await Walk.Until(visitor, v => v.Step == "harm/what");
        await visitor.Choose("abuse.threat", "done");
        for (var turn = 0; turn < 20 && visitor.Kind is not ("items" or "text"); turn++)
            await visitor.Wish("skip");
        var waiting = visitor.Step;
        Assert.Contains(visitor.Kind, new[] { "items", "text" });

        server.Time.Advance(TimeSpan.FromMinutes(11.5));
        var again = await server.Visitor().Post(visitor.Posted);
        Assert.Equal("errors/still-there", again.Step);
        Assert.Equal(waiting, (await again.Choose("continue")).Step);
        Assert.Equal(waiting, again.Step);
    }

    [Fact]
    public async Task Stopping_after_a_pause_stops()
    {
        await using var server = await OurServer.Start();
        var visitor = await Told(server);
        server.Time.Advance(TimeSpan.FromMinutes(11.5));
        var again = await (await server.Visitor().Post(visitor.Posted)).Wish("stop");
        Assert.Equal("keep/keep", again.Step);
    }

    [Fact]
    public async Task After_erasing_no_form_of_before_does_anything()
    {
        await using var server = await OurServer.Start();
        var visitor = await server.Visitor().Open();
        var first = visitor.Fields(("choice", "no"));
        await Walk.Until(visitor, v => v.Step == "harm/what");
        await visitor.Say(Words);
        var told = visitor.Posted;
        await visitor.Wish("erase");
        var asked = visitor.Posted;
        await visitor.Choose("yes");
        Assert.DoesNotContain(server.Rows(), row => row.Table != "worker");

        foreach (var old in new[] { told, asked, visitor.Posted })
            Assert.Equal("web/closed", (await server.Visitor().Post(old)).Step);
        Assert.DoesNotContain(server.Rows(), row => row.Table != "worker");
        // The first form's token may begin anew, which is all it ever could.
        Assert.DoesNotContain(Words, (await server.Visitor().Post(first)).Html, StringComparison.Ordinal);
    }

    private static async Task<Visitor> Told(OurServer server)
    {
        var visitor = await server.Visitor().Open();
        await Walk.Until(visitor, v => v.Step == "harm/what");
        return await visitor.Say(Words);
    }

    private static List<string> Marks(OurServer server) => [.. server.Rows().Select(row => row.Mark).Order(StringComparer.Ordinal)];
}
