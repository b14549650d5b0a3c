using System.Globalization;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>What a code does to a conversation on Direct Line that has ended, that was left, or that is long.</summary>
public sealed class DirectLineEndTests(AServer server) : IClassFixture<AServer>
{
    private const string Wrong = "12345 67890 12345 67890 12344";

    [Fact]
    public async Task A_code_typed_into_an_ended_conversation_is_refused_and_opens_its_case_elsewhere()
    {
        var (line, code) = await Kept();
        var rows = server.Rows;
        foreach (var typed in (string[])[code, Wrong, code])
        {
            var answer = await line.Say(typed);
            Assert.Equal((400, "ConversationEnded"), (answer.Code, answer.Error));
        }
        Assert.Equal(rows, server.Rows);
        Assert.Equal("return/device", (string?)Line.Asked(await Back(code))["step"]);
    }

    [Fact]
    public async Task A_code_typed_where_nothing_ever_was_is_refused_too()
    {
        var (_, code) = await Kept();
        var line = await Line.Begun(server);
        await line.Say("erase");
        await line.Say("yes");
        var rows = server.Rows;
        Assert.Equal(404, (await line.Say(code)).Code);
        Assert.Equal(rows, server.Rows);
        Assert.Equal("return/device", (string?)Line.Asked(await Back(code))["step"]);
    }

    [Fact]
    public async Task What_was_said_last_is_not_told_any_more_once_the_case_has_moved_on()
    {
        var (line, code) = await Kept();
        Assert.NotEmpty((await line.Read()).Activities);
        await Back(code);
        Assert.Equal(404, (await line.Read()).Code);
        Assert.Equal(404, (await line.Reconnect()).Code);
    }

    [Fact]
    public async Task After_a_while_a_number_answers_the_question_that_is_seen()
    {
        var line = await Line.Begun(server);
        await line.Say("no");
        await line.Say("stop", "twice");
        server.Clock.Advance(TimeSpan.FromMinutes(11.5));
        Assert.Equal(200, (await line.Say("stop", "twice")).Code);
        await line.Reconnect();
        var seen = (await line.Read()).Activities;
        Assert.DoesNotContain(seen, a => ((string?)a["text"])!.Contains("Some time has passed", StringComparison.Ordinal));
        Assert.Equal("keep/keep", (string?)Line.Asked(seen)["step"]);
        await line.Say("2");
        Assert.DoesNotContain((await line.Read()).Activities, a => (string?)a["channelData"]?["remedybot"]?["topic"] == "code" && a["channelData"]!["remedybot"]!["code"] is not null);
    }

    [Fact]
    public async Task A_long_past_comes_in_pages_that_are_shown_as_one()
    {
        var line = await Line.Begun(server);
        for (var n = 0; n < 120; n++)
            Assert.Equal(200, (await line.Say("what?")).Code);
        var all = new List<JsonNode>();
        var pages = 0;
        for (line.Watermark = ""; await line.Poll() is { Count: > 0 } page; pages++)
            all.AddRange(page);
        Assert.Equal(3, pages);
        Assert.Equal(121, all.Select(a => TurnOf(a)).Distinct().Count());
        Assert.Equal(all.Select(IdOf).Distinct(), all.Select(IdOf));
        // Its times tell no page from the other, and the watermark is an ordinary one again.
        Assert.Equal(all.Select(TimeOf).Order(StringComparer.Ordinal), all.Select(TimeOf));
        Assert.Equal(IdOf(all[^1]).Split('|')[1].TrimStart('0'), line.Watermark);

        await line.Reconnect();
        using var socket = await line.Open(line.StreamUrl);
        var streamed = new List<JsonNode>();
        while (streamed.Count < all.Count)
            streamed.AddRange(await Line.Set(socket));
        Assert.Equal(all.Select(IdOf), streamed.Select(IdOf));
        await line.Say("no");
        Assert.Equal(122, TurnOf((await Line.Set(socket))[0]));
    }

    private static string IdOf(JsonNode activity) => (string)activity["id"]!;

    private static string TimeOf(JsonNode activity) => (string)activity["timestamp"]!;

    private static int TurnOf(JsonNode activity) => int.Parse(IdOf(activity).Split('|')[1], CultureInfo.InvariantCulture) / 1000;

    private async Task<IReadOnlyList<JsonNode>> Back(string code)
    {
        var line = await Line.Begun(server);
        await line.Say(code);
        return await line.Poll();
    }

    /// <summary>A conversation that was ended and kept, and its code.</summary>
    private async Task<(Line Line, string Code)> Kept()
    {
        var line = await Line.Begun(server);
        foreach (var text in (string[])["no", "stop", "yes"])
            await line.Say(text);
        var code = (string)(await line.Poll()).Select(a => a["channelData"]?["remedybot"]?["code"]).OfType<JsonNode>().Single()!;
        await line.Say("skip");
        Assert.Equal(400, (await line.Say("hello")).Code);
        return (line, code);
    }
}
