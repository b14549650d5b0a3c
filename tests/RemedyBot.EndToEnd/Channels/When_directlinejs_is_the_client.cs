using System.Net;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>The client library of the field, as it is.</summary>
[Collection(PageScenarios.Name)]
public sealed class When_directlinejs_is_the_client
{
    private const int Expired = 3;
    private const int MostTurns = 120;

    [Theory]
    [Trait("Checklist", "20")]
    [InlineData("en", true, DirectLineJs.Newest)]
    [InlineData("ar", true, DirectLineJs.Newest)]
    [InlineData("en", false, DirectLineJs.Newest)]
    [InlineData("ar", false, DirectLineJs.Newest)]
    [InlineData("en", true, DirectLineJs.InWebChat)]
    public async Task The_whole_intake_is_played_up_to_a_case_that_is_handed_over(string language, bool sockets, string library)
    {
        await using var server = await Whole.Server();
        await using var line = await DirectLineJs.Start(server, sockets, language, library: library);
        var asked = await line.Asked();
        var whole = new Whole(language);
        for (var turn = 0; (string?)asked["kind"] != "end"; turn++)
        {
            Assert.True(turn < MostTurns);
            whole.Saw(asked);
            asked = await line.Say(Whole.Answer(asked, language));
        }

        whole.Saw(asked);
        whole.AssertHandedOver(server);
        Assert.Equal(language, (string?)line.Activities.Last(a => a["locale"] is not null)["locale"]);
        Assert.All(line.Activities, a => Assert.Contains((string)a["type"]!, new[] { "message", "event", "typing" }));
        Assert.All(line.Activities.Where(a => (string?)a["type"] == "event"), a => Assert.StartsWith("remedybot.conversation.", (string)a["name"]!, StringComparison.Ordinal));
        Assert.Contains(line.Activities, a => (string?)a["channelData"]?["remedybot"]?["kind"] == "review");
        Assert.Equal(line.Seen.Distinct(), line.Seen);
        Assert.Equal(line.Seen.Order(StringComparer.Ordinal), line.Seen);
        Assert.Equal(
            line.Activities.Where(a => a["timestamp"] is not null).Select(a => (string)a["timestamp"]!).Order(StringComparer.Ordinal),
            line.Activities.Where(a => a["timestamp"] is not null).Select(a => (string)a["timestamp"]!));
        Assert.All(line.Activities.Where(a => (string?)a["from"]!["role"] == "user"), a => Assert.StartsWith("c", (string)a["channelData"]!["clientActivityID"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_restart_of_the_server_the_socket_comes_back_and_nothing_is_lost_or_doubled()
    {
        var data = Directory.CreateTempSubdirectory("remedybot-directline-").FullName;
        try
        {
            var port = ServerProcess.FreePort();
            var first = await ServerProcess.Start(data, port: port);
            await using var line = await DirectLineJs.Start(first, sockets: true);
            await line.Asked();
            await line.Say("no");
            await first.Stop();
            await first.DisposeAsync();
            await using var second = await ServerProcess.Start(data, port: port);
            Assert.Equal("age", (string?)(await line.Say("no"))["topic"]);
            Assert.Equal(line.Seen.Distinct(), line.Seen);
            Assert.Equal(line.Seen.Order(StringComparer.Ordinal), line.Seen);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Where_it_asks_for_what_is_new_it_is_made_anew_after_a_restart_and_nothing_is_lost_or_doubled()
    {
        var data = Directory.CreateTempSubdirectory("remedybot-directline-").FullName;
        try
        {
            var port = ServerProcess.FreePort();
            var first = await ServerProcess.Start(data, port: port);
            await using var line = await DirectLineJs.Start(first, sockets: false);
            await line.Asked();
            await line.Say("no");
            // What the first hears last, while the server still runs: after it the library asks no more.
            var (token, told) = (await line.Token(), line.Seen.ToList());
            await first.Stop();
            await first.DisposeAsync();
            await using var second = await ServerProcess.Start(data, port: port);
            await using var again = await line.Anew(second, token, sockets: false);
            await again.Until("safety/device");
            Assert.Equal(told, again.Seen);
            Assert.Equal("age", (string?)(await again.Say("no"))["topic"]);
            Assert.Equal(again.Seen.Distinct(), again.Seen);
            Assert.Equal(again.Seen.Order(StringComparer.Ordinal), again.Seen);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task A_token_is_refreshed_and_the_new_one_goes_on_where_the_old_one_ended()
    {
        await using var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["directLine:tokenLifetime"] = "00:00:30" });
        await using var line = await DirectLineJs.Start(server, sockets: true, fast: true);
        await line.Asked();
        var old = await line.Token();
        await Task.Delay(TimeSpan.FromSeconds(3));
        var refreshed = await line.Token();
        Assert.NotEqual(old, refreshed);
        await line.Say("no");
    }

    [Fact]
    public async Task A_token_that_ran_out_is_told_as_expired()
    {
        await using var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["directLine:tokenLifetime"] = "00:00:20" });
        await using var line = await DirectLineJs.Start(server, sockets: true);
        await line.Asked();
        await Task.Delay(TimeSpan.FromSeconds(21));
        line.Post("no");
        await line.Next("status", s => (int)s == Expired);
        using var resumed = new HttpRequestMessage(HttpMethod.Post, "v3/directline/tokens/resume");
        resumed.Headers.Authorization = new("Bearer", await line.Token());
        using var answer = await server.Client.SendAsync(resumed);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_comes_back_after_the_token_ran_out_goes_on_with_a_new_one(bool sockets)
    {
        var life = TimeSpan.FromSeconds(40);
        await using var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["directLine:tokenLifetime"] = life.ToString("c") });
        await using var line = await DirectLineJs.Start(server, sockets);
        await line.Asked();
        var (told, old) = (line.Seen.ToList(), await line.Token());
        await Task.Delay(life + TimeSpan.FromSeconds(1));
        line.Post("no");
        await line.Next("status", s => (int)s == Expired);
        using var resume = new HttpRequestMessage(HttpMethod.Post, "v3/directline/tokens/resume");
        resume.Headers.Authorization = new("Bearer", old);
        using var resumed = await server.Client.SendAsync(resume);
        var token = (string)System.Text.Json.Nodes.JsonNode.Parse(await resumed.Content.ReadAsStringAsync())!["token"]!;
        Assert.NotEqual(old, token);
        await using var again = await line.Anew(server, token, sockets);
        await again.Until("safety/danger");
        Assert.Equal(told, again.Seen);
        Assert.Equal("safety/device", (string?)(await again.Say("no"))["step"]);
        Assert.Equal(again.Seen.Distinct(), again.Seen);
    }

    [Fact]
    public async Task After_erasing_the_client_is_told_and_stops_asking()
    {
        await using var server = await ServerProcess.Start();
        await using var line = await DirectLineJs.Start(server, sockets: true);
        await line.Asked();
        await line.Say("no");
        await line.Say("erase");
        line.Post("yes");
        await line.Next("activity", a => (string?)a["name"] == "remedybot.conversation.erased");
        await line.Next("error");
    }
}
