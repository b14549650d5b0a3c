namespace RemedyBot.EndToEnd.Security;

/// <summary>T11: after stop, return by code, erase, a day or fifty hours an old page opens nothing, and nobody can tell why.</summary>
public sealed class When_a_token_is_old
{
    private const string Words = "kestrelcanary";

    [Fact]
    public async Task Every_reason_gets_the_same_answer_and_nothing_is_stored()
    {
        await using var server = await OurServer.Start();
        var answers = new List<(string Why, string Text)>();
        answers.Add(("never been", await Ask(server, (await server.Visitor().Open()).Fields().Select(field => field.Key == "token" ? KeyValuePair.Create("token", "never.been.minted") : field))));
        answers.Add(("stopped", await Ask(server, await After(server, async visitor => await Walk.Until(await visitor.Wish("stop"), v => v.Kind == "end")))));
        answers.Add(("erased", await Ask(server, await After(server, async visitor => await (await visitor.Wish("erase")).Choose("yes")))));
        answers.Add(("returned", await Ask(server, await AfterReturn(server))));
        foreach (var hours in new[] { 24.1, 50.1 })
        {
            var waiting = await After(server, _ => Task.CompletedTask);
            server.Time.Advance(TimeSpan.FromHours(hours));
            answers.Add(($"{hours} hours", await Ask(server, waiting)));
        }

        Assert.Contains("This is closed. If you kept a code, enter it here.", answers[0].Text, StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answers[0].Text, answer.Text));
    }

    [Fact]
    public async Task A_day_short_of_a_minute_is_not_old()
    {
        await using var server = await OurServer.Start();
        var fields = await After(server, _ => Task.CompletedTask);
        server.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("This is closed.", (await server.Visitor().Post([.. fields])).Text, StringComparison.Ordinal);
    }

    /// <summary>The form of a page in the middle of a conversation, after what happened then.</summary>
    private static async Task<IEnumerable<KeyValuePair<string, string>>> After(OurServer server, Func<Visitor, Task> then)
    {
        var visitor = await server.Visitor().Open();
        await Walk.Until(visitor, v => v.Step == "harm/what");
        await visitor.Say(Words);
        var old = visitor.Fields(("text", "are you there"));
        await then(visitor);
        return old;
    }

    private static async Task<IEnumerable<KeyValuePair<string, string>>> AfterReturn(OurServer server)
    {
        var visitor = await server.Visitor().Open();
        await Walk.ToCode(visitor, Words);
        var old = visitor.Fields(("text", "are you there"));
        var code = visitor.Code;
        var later = await server.Visitor().Open();
        await later.Say(code);
        Assert.Equal("return/device", later.Step);
        return old;
    }

    /// <summary>All rows, once what runs beside the conversations (deliveries, new keys on a new day) has nothing more to write.</summary>
    private static async Task<HashSet<string>> Settled(OurServer server)
    {
        var seen = Marks(server);
        for (var quiet = 0; quiet < 4;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            var now = Marks(server);
            quiet = now.SetEquals(seen) ? quiet + 1 : 0;
            seen = now;
        }
        return seen;
    }

    private static HashSet<string> Marks(OurServer server) => [.. server.Rows().Select(row => row.Mark)];

    private static async Task<string> Ask(OurServer server, IEnumerable<KeyValuePair<string, string>> form)
    {
        var before = await Settled(server);
        var visitor = await server.Visitor().Post([.. form]);
        Assert.Equal(System.Net.HttpStatusCode.OK, visitor.Status);
        Assert.DoesNotContain(Words, visitor.Html, StringComparison.Ordinal);
        // The sweeper may take rows away meanwhile; nobody may add or change one.
        Assert.Subset(before, Marks(server));
        return visitor.Text;
    }
}
