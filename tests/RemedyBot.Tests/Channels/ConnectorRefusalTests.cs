using System.Net;
using System.Text;
using System.Text.Json;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Connector;

namespace RemedyBot.Tests.Channels;

/// <summary>What a Connector's refusals come to: nothing vanishes without a word to the operator.</summary>
public sealed class ConnectorRefusalTests
{
    private static readonly ConnectorOptions Options = new() { AppId = "app", AppPassword = "password", ServiceHosts = ["service.example"], TokenUrl = new("https://login.example/token") };

    [Theory]
    [InlineData(401, SendResult.TryAgain, true)]
    [InlineData(403, SendResult.Refused, true)]
    [InlineData(404, SendResult.Refused, false)]
    [InlineData(429, SendResult.TryAgain, false)]
    [InlineData(502, SendResult.Uncertain, false)]
    public async Task A_reply(int status, SendResult result, bool told)
    {
        var sending = await Client(new(_ => status)).SendAsync(new() { Type = "message", Text = "x", ServiceUrl = "https://service.example/", Conversation = new() { Id = "c" } }, AParcel(), default);
        Assert.Equal((result, told), (sending.Result, sending.Problem is not null));
    }

    [Theory]
    [InlineData(429, SendResult.TryAgain)]
    [InlineData(503, SendResult.TryAgain)]
    [InlineData(404, SendResult.Sent)]
    [InlineData(405, SendResult.Sent)]
    public async Task A_taking_back(int status, SendResult result) =>
        Assert.Equal(result, (await Client(new(_ => status)).TakeBackAsync(["1", "2"], AParcel(), default)).Result);

    [Fact]
    public async Task A_token_that_is_none_is_not_taken_for_one()
    {
        var host = new Host(_ => 200) { Token = null };
        Assert.Equal(SendResult.TryAgain, (await Client(host).TakeBackAsync(["1"], AParcel(), default)).Result);
        Assert.Equal(0, host.Calls);
    }

    [Fact]
    public async Task A_token_that_does_not_come_is_not_waited_for_for_long()
    {
        var clock = new MovedClock { Haste = 200 };
        using var tokens = new OutboundTokens(new HttpClient(new Host(_ => 200) { Hangs = true }), Options, clock);
        Assert.Null(await tokens.GetAsync(default).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private static Parcel AParcel() => new("https://service.example/", "testchannel", "c", 1, false, []);

    private static ConnectorClient Client(Host host)
    {
        var clock = new MovedClock { Haste = 50 };
        var http = new HttpClient(host);
        return new(http, new(http, Options, clock), new(Options), clock);
    }

    private sealed class Host(Func<HttpRequestMessage, int> answer) : HttpMessageHandler
    {
        public string? Token { get; init; } = "token";

        public bool Hangs { get; init; }

        public int Calls { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Hangs)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            if (request.RequestUri!.Host == "login.example")
                return new(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(new { access_token = Token, expires_in = 3600 }), Encoding.UTF8, "application/json") };
            Calls++;
            return new((HttpStatusCode)answer(request)) { Content = new StringContent("{}") };
        }
    }
}
