using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>Part four: tokens and secrets, how long they live and what they do not open.</summary>
public sealed class DirectLineTokenTests(AServer server) : IClassFixture<AServer>
{
    [Fact]
    public async Task A_token_tells_its_client_the_user_and_nothing_of_the_key()
    {
        var line = new Line(server);
        await line.Generate(AServer.Secret, """{"user":{"id":"dl_anna-1","name":"Anna"}}""");
        var claims = JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(line.Token.Split('.')[1])))!.AsObject();
        Assert.Equal("dl_anna-1", (string?)claims["user"]);
        Assert.Equal(["conv", "user", "exp", "use", "org", "k"], claims.Select(c => c.Key));
        Assert.True(line.Token.Length <= 600);
        Assert.DoesNotContain("Anna", line.Token, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"user":{"id":"anna"}}""")]
    [InlineData("""{"user":{"id":"dl_a/b"}}""")]
    [InlineData("""{"trustedOrigins":["https://elsewhere.example"]}""")]
    [InlineData("""{"trustedOrigins":["nonsense"]}""")]
    [InlineData("""[]""")]
    [InlineData("""{"user":7}""")]
    public async Task Parameters_that_cannot_hold_are_refused(string body) => Assert.Equal(400, (await new Line(server).Generate(AServer.Secret, body)).Code);

    [Fact]
    public async Task Generating_stores_nothing()
    {
        var rows = server.Rows;
        await new Line(server).Generate();
        Assert.Equal(rows, server.Rows);
    }

    [Fact]
    public async Task A_token_that_began_nothing_opens_nothing_yet()
    {
        var line = new Line(server);
        await line.Generate();
        List<int> codes = [(await line.Read()).Code, (await line.Say("no")).Code, (await line.Reconnect()).Code];
        Assert.All(codes, code => Assert.Equal(404, code));
    }

    [Fact]
    public async Task Both_secrets_of_a_site_work_and_a_wrong_one_does_not()
    {
        Assert.Equal(200, (await new Line(server).Generate(AServer.Secret)).Code);
        Assert.Equal(200, (await new Line(server).Generate(AServer.OldSecret)).Code);
        Assert.Equal(401, (await new Line(server).Generate("a-guess")).Code);
    }

    [Fact]
    public async Task A_secret_in_a_page_is_refused()
    {
        foreach (var path in (string[])["tokens/generate", "conversations"])
        {
            var answer = await new Line(server) { Origin = AServer.Origin }.Send(HttpMethod.Post, path, "{}", AServer.Secret);
            Assert.Equal((403, "SecretFromBrowser"), (answer.Code, answer.Error));
        }
    }

    [Fact]
    public async Task A_secret_opens_no_conversation_that_exists()
    {
        var line = await Line.Begun(server);
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, $"conversations/{line.Id}"), (HttpMethod.Get, $"conversations/{line.Id}/activities"),
            (HttpMethod.Post, $"conversations/{line.Id}/activities"), (HttpMethod.Post, $"conversations/{line.Id}/upload"), (HttpMethod.Post, "tokens/refresh"),
        })
        {
            var answer = await line.Send(method, path, method == HttpMethod.Get ? null : """{"type":"message","text":"no"}""", AServer.Secret);
            Assert.Equal((403, "TokenRequired"), (answer.Code, answer.Error));
        }
        Assert.Empty(await line.Poll());
    }

    [Fact]
    public async Task A_secret_begins_a_conversation_at_once()
    {
        var line = new Line(server);
        Assert.Equal(201, (await line.Start("en", AServer.Secret)).Code);
        line.Origin = AServer.Origin;
        Assert.NotEmpty(await line.Poll());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://elsewhere.example")]
    [InlineData("https://site.example.elsewhere.example")]
    [InlineData("http://site.example")]
    [InlineData("null")]
    public async Task A_bound_token_is_of_no_use_elsewhere(string? origin)
    {
        var line = new Line(server) { };
        await line.Generate(AServer.Secret);
        line.Origin = AServer.Origin;
        await line.Start("en");
        line.Origin = origin;
        Assert.All(
            [(await line.Read()).Code, (await line.Say("no")).Code, (await line.Reconnect()).Code, (await line.Start("en")).Code, (await line.Send(HttpMethod.Post, "tokens/refresh")).Code],
            code => Assert.Equal(403, code));
        line.Origin = AServer.Origin;
        Assert.Equal("safety/danger", (string?)Line.Asked(await line.Poll())["step"]);
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_only()
    {
        var one = await Line.Begun(server);
        var other = await Line.Begun(server);
        var answer = await one.Send(HttpMethod.Get, $"conversations/{other.Id}/activities");
        Assert.Equal(403, answer.Code);
        Assert.Equal(403, (await one.Send(HttpMethod.Post, $"conversations/{other.Id}/activities", """{"type":"message","text":"no"}""")).Code);
        Assert.Empty(await other.Poll());
    }

    [Fact]
    [Trait("Checklist", "31")]
    public async Task A_token_that_ran_out_is_403_and_comes_back_within_a_day()
    {
        await using var own = await AServer.Start();
        var line = await Line.Begun(own);
        own.Clock.Advance(TimeSpan.FromMinutes(61));
        var late = await line.Read();
        Assert.Equal((403, "TokenExpired"), (late.Code, late.Error));
        Assert.Equal(403, (await line.Send(HttpMethod.Post, "tokens/refresh")).Code);
        var resumed = await line.Send(HttpMethod.Post, "tokens/resume");
        Assert.Equal(200, resumed.Code);
        var old = line.Token;
        line.Token = resumed.Text("token");
        Assert.Equal(200, (await line.Say("no")).Code);
        own.Clock.Advance(TimeSpan.FromHours(24));
        line.Token = old;
        Assert.Equal(403, (await line.Send(HttpMethod.Post, "tokens/resume")).Code);
    }

    [Fact]
    [Trait("Checklist", "30")]
    public async Task A_refresh_at_minute_15_prolongs_and_the_old_token_holds_until_its_end()
    {
        await using var own = await AServer.Start();
        var line = await Line.Begun(own);
        var old = line.Token;
        own.Clock.Advance(TimeSpan.FromMinutes(15));
        line.Token = (await line.Send(HttpMethod.Post, "tokens/refresh")).Text("token");
        Assert.Equal(200, (await line.Send(HttpMethod.Get, $"conversations/{line.Id}/activities", credential: old)).Code);
        own.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(403, (await line.Send(HttpMethod.Get, $"conversations/{line.Id}/activities", credential: old)).Code);
        Assert.Equal(200, (await line.Read()).Code);
    }

    [Fact]
    public async Task Without_a_secret_a_token_is_for_our_own_page_and_for_this_machine()
    {
        Assert.Equal(200, (await new Line(server).Generate()).Code);
        Assert.Equal(200, (await new Line(server) { Origin = $"http://{server.Root.Authority}" }.Generate()).Code);
        Assert.Equal(401, (await new Line(server) { Origin = "https://elsewhere.example" }.Generate()).Code);
        await using var open = await AServer.Start(s => s with { PublicUrl = new("https://help.example"), AllowedHosts = "*" });
        Assert.Equal(401, (await new Line(open).Generate()).Code);
        Assert.Equal(200, (await new Line(open) { Origin = "https://help.example" }.Generate()).Code);
    }

    [Fact]
    public async Task Every_changed_letter_of_a_token_is_refused()
    {
        var line = await Line.Begun(server);
        var token = line.Token;
        for (var at = 0; at < token.Length; at += 17)
        {
            var changed = token.ToCharArray();
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            Assert.Contains((await line.Send(HttpMethod.Get, $"conversations/{line.Id}/activities", credential: new(changed))).Code, new[] { 401, 403 });
        }
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic abc")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJjb252IjoiIn0.")]
    public async Task What_is_no_credential_is_401(string header)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Root, Line.Root + "conversations"));
        request.Headers.TryAddWithoutValidation("Authorization", header);
        Assert.Equal(401, (await Answer.Of(server.Http.SendAsync(request))).Code);
    }
}
