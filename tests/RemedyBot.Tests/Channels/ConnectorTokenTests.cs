using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace RemedyBot.Tests.Channels;

/// <summary>Tokens of a Connector: what is let in, and all that is not.</summary>
public sealed class ConnectorTokenTests(BehindAConnector both) : IClassFixture<BehindAConnector>
{
    private DateTimeOffset Now => both.Server.Clock.GetUtcNow();

    public static TheoryData<string> Wrong => new(Bad(null, default).Keys);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_token_that_is_not_right_is_401_and_leaves_nothing(string what)
    {
        var channel = new AChannel(both.Server, both.Connector);
        var rows = both.Server.Rows;
        var answer = await channel.Post(channel.Activity("hello").ToJsonString(), Bad(both.Connector, Now)[what]());
        Assert.Equal(401, answer.Code);
        Assert.Equal("Unauthorized", answer.Error);
        Assert.Equal(rows, both.Server.Rows);
        Assert.DoesNotContain(both.Connector.Calls, c => (string?)c.Body["conversation"]!["id"] == channel.Conversation);
    }

    [Theory]
    [InlineData("bearer ", 200)]
    [InlineData("Bearer  ", 401)]
    [InlineData("Basic ", 401)]
    [InlineData("", 401)]
    public async Task The_header_has_one_shape(string scheme, int status)
    {
        var channel = new AChannel(both.Server, both.Connector);
        Assert.Equal(status, (await channel.Post(channel.Activity("hello").ToJsonString(), both.Connector.Token(Now), scheme)).Code);
    }

    [Theory]
    [InlineData(4, 200)]
    [InlineData(6, 401)]
    public async Task A_clock_may_be_off_by_five_minutes(int minutes, int status)
    {
        var channel = new AChannel(both.Server, both.Connector);
        var ended = both.Connector.Token(Now, c => c["exp"] = (Now - TimeSpan.FromMinutes(minutes)).ToUnixTimeSeconds());
        var early = both.Connector.Token(Now, c => c["nbf"] = (Now + TimeSpan.FromMinutes(minutes)).ToUnixTimeSeconds());
        Assert.Equal(status, (await channel.Post(channel.Activity("hello").ToJsonString(), ended)).Code);
        Assert.Equal(status, (await channel.Post(channel.Activity("hello").ToJsonString(), early)).Code);
    }

    [Theory]
    [InlineData("a channel that the key does not vouch for", 403)]
    [InlineData("another serviceUrl", 403)]
    [InlineData("the claim spelled otherwise", 403)]
    [InlineData("no claim of the serviceUrl", 403)]
    [InlineData("a key that vouches for nobody", 403)]
    [InlineData("no serviceUrl", 400)]
    [InlineData("no channelId", 400)]
    [InlineData("no conversation", 400)]
    [InlineData("no from", 400)]
    public async Task A_good_token_for_something_else_is_refused(string what, int status)
    {
        var channel = new AChannel(both.Server, both.Connector);
        var activity = channel.Activity("hello");
        var token = both.Connector.Token(Now);
        switch (what)
        {
            case "a channel that the key does not vouch for": activity["channelId"] = "thirdchannel"; break;
            case "another serviceUrl": activity["serviceUrl"] = both.Connector.ServiceUrl.TrimEnd('/'); break;
            case "the claim spelled otherwise": token = both.Connector.Token(Now, c => { c["serviceUrl"] = both.Connector.ServiceUrl; c.Remove("serviceurl"); }); break;
            case "no claim of the serviceUrl": token = both.Connector.Token(Now, c => c.Remove("serviceurl")); break;
            case "a key that vouches for nobody": token = both.Connector.Token(Now, key: both.Connector.BareKey, kid: "bare"); break;
            case "no serviceUrl": activity.Remove("serviceUrl"); break;
            case "no channelId": activity.Remove("channelId"); break;
            case "no conversation": activity.Remove("conversation"); break;
            default: activity.Remove("from"); break;
        }
        var rows = both.Server.Rows;
        Assert.Equal(status, (await channel.Post(activity.ToJsonString(), token)).Code);
        Assert.Equal(rows, both.Server.Rows);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("http://169.254.169.254/latest/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user@127.0.0.1/")]
    [InlineData("no address")]
    public async Task Replies_go_to_no_host_that_is_not_listed(string serviceUrl)
    {
        var channel = new AChannel(both.Server, both.Connector);
        var activity = channel.Activity("hello");
        activity["serviceUrl"] = serviceUrl;
        Assert.Equal(403, (await channel.Post(activity.ToJsonString(), both.Connector.Token(Now, c => c["serviceurl"] = serviceUrl))).Code);
    }

    [Fact]
    public async Task A_new_key_is_fetched_once_and_junk_keys_cannot_make_us_ask_again()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(connector.Behind);
        var channel = new AChannel(server, connector);
        Assert.Equal(200, (await channel.Say("hello")).Code);
        connector.Rolled = true;
        var next = connector.Token(server.Clock.GetUtcNow(), key: connector.NextKey, kid: "next");
        Assert.Equal(401, (await channel.Post(channel.Activity("en").ToJsonString(), next)).Code);
        Assert.Equal(1, connector.KeyFetches);
        server.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(200, (await channel.Post(channel.Activity("en").ToJsonString(), next)).Code);
        for (var junk = 0; junk < 5; junk++)
            await channel.Post(channel.Activity("no").ToJsonString(), connector.Token(server.Clock.GetUtcNow(), kid: $"junk{junk}"));
        Assert.Equal(2, connector.KeyFetches);
    }

    [Fact]
    public async Task Without_an_app_id_nobody_is_let_in()
    {
        await using var server = await AServer.Start();
        var channel = new AChannel(server, both.Connector);
        Assert.Equal(401, (await channel.Say("hello")).Code);
        Assert.Equal(401, (await channel.Post(channel.Activity("hello"), null)).Code);
    }

    [Fact]
    public async Task The_insecure_setting_lets_in_who_sends_no_token_and_never_who_sends_a_bad_one()
    {
        await using var server = await AServer.Start(s => s with { ConnectorInsecureLoopback = true });
        var channel = new AChannel(server, both.Connector);
        Assert.Equal(200, (await channel.Post(channel.Activity("hello"), null)).Code);
        Assert.Equal(401, (await channel.Post(channel.Activity("hello").ToJsonString(), "a.b.c")).Code);
        var away = channel.Activity("hello");
        away["serviceUrl"] = "https://elsewhere.example/";
        Assert.Equal(403, (await channel.Post(away, null)).Code);
        Assert.Equal("", (await channel.Replies(2))[0].Bearer);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", null)]
    [InlineData("http://127.0.0.1:1;http://192.0.2.1:80", null)]
    [InlineData("http://127.0.0.1:8080", "https://help.example")]
    public void The_insecure_setting_is_refused_off_loopback(string urls, string? publicUrl)
    {
        var problems = new List<string>();
        var settings = new Dictionary<string, string?> { ["urls"] = urls, ["publicUrl"] = publicUrl, ["connector:insecureLoopback"] = "true" };
        RemedyBot.Composition.Settings.Read(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Add(new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = settings }).Build(), problems);
        Assert.Contains(problems, p => p.StartsWith("connector:insecureLoopback", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("connector:metadata", "http://login.example/metadata", true)]
    [InlineData("connector:tokenUrl", "http://login.example/token", true)]
    [InlineData("connector:tokenUrl", "http://127.0.0.1.example/token", true)]
    [InlineData("connector:metadata", "https://login.example/metadata", false)]
    [InlineData("connector:metadata", "http://127.0.0.1:9/metadata", false)]
    [InlineData("connector:tokenUrl", "http://localhost:9/token", false)]
    public void Keys_and_our_password_travel_in_the_open_nowhere_but_on_this_machine(string key, string address, bool refused)
    {
        var problems = new List<string>();
        RemedyBot.Composition.Settings.Read(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Add(new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = [new(key, address)] }).Build(), problems);
        string[] told = refused ? [$"{key} takes an https address; http is only for this machine."] : [];
        Assert.Equal(told, problems);
    }

    internal static Dictionary<string, Func<string?>> Bad(FakeConnector? c, DateTimeOffset now) => new()
    {
        ["none at all"] = () => null,
        ["an empty one"] = () => "",
        ["no token"] = () => "hello",
        ["two parts"] = () => "a.b",
        ["four parts"] = () => c!.Token(now) + ".x",
        ["another issuer"] = () => c!.Token(now, t => t["iss"] = "https://api.botframework.example"),
        ["no issuer"] = () => c!.Token(now, t => t.Remove("iss")),
        ["another audience"] = () => c!.Token(now, t => t["aud"] = "00000000-aaaa-bbbb-cccc-000000000002"),
        ["no audience"] = () => c!.Token(now, t => t.Remove("aud")),
        ["a list of audiences"] = () => c!.Token(now, t => t["aud"] = new JsonArray(FakeConnector.AppId, "x")),
        ["a list with our audience alone"] = () => c!.Token(now, t => t["aud"] = new JsonArray(FakeConnector.AppId)),
        ["an end in the past"] = () => c!.Token(now, t => t["exp"] = (now - TimeSpan.FromHours(1)).ToUnixTimeSeconds()),
        ["no end"] = () => c!.Token(now, t => t.Remove("exp")),
        ["an end that is no number"] = () => c!.Token(now, t => t["exp"] = "tomorrow"),
        ["a beginning in the future"] = () => c!.Token(now, t => t["nbf"] = (now + TimeSpan.FromHours(1)).ToUnixTimeSeconds()),
        ["a key that nobody knows"] = () => c!.Token(now, kid: "other"),
        ["no key named"] = () => c!.Token(now, header: h => h.Remove("kid")),
        ["another's signature"] = () => c!.Token(now, key: c.NextKey),
        ["a key that is not told yet"] = () => c!.Token(now, key: c.NextKey, kid: "next"),
        ["no algorithm"] = () => c!.Token(now, header: h => h["alg"] = "none"),
        ["no algorithm and no signature"] = () => FakeConnector.Part("""{"alg":"none","typ":"JWT","kid":"one"}""") + "." + c!.Token(now).Split('.')[1] + ".",
        ["the public key as a password"] = () => Hmac(c!, now),
        ["a signature of another kind"] = () => c!.Token(now, header: h => h["alg"] = "PS256"),
        ["a changed body"] = () => Changed(c!.Token(now)),
        ["a body that is no JSON"] = () => FakeConnector.Part("""{"alg":"RS256","kid":"one"}""") + "." + FakeConnector.Part("hello") + "." + FakeConnector.Part("x"),
        ["an encrypted token"] = () => FakeConnector.Part("""{"alg":"RSA-OAEP","enc":"A256GCM","kid":"one"}""") + ".a.b.c.d",
        ["a token of 20 KB"] = () => c!.Token(now, t => t["more"] = new string('x', 20_000)),
        ["the token of an emulator"] = () => c!.Token(now, t => { t["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"; t["appid"] = FakeConnector.AppId; t["ver"] = "1.0"; }),
    };

    private static string Hmac(FakeConnector c, DateTimeOffset now)
    {
        var input = FakeConnector.Part("""{"alg":"HS256","typ":"JWT","kid":"one"}""") + "." + c.Token(now).Split('.')[1];
        return input + "." + Base64UrlEncoder.Encode(HMACSHA256.HashData(c.Key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(input)));
    }

    private static string Changed(string token)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{FakeConnector.Part(Base64UrlEncoder.Decode(parts[1]).Replace("exp\":1", "exp\":2", StringComparison.Ordinal))}.{parts[2]}";
    }
}
