using System.Net;
using RemedyBot.Channels.Connector;

namespace RemedyBot.Tests.Channels;

/// <summary>How the keys of a Connector are fetched, and by whom not.</summary>
public sealed class ChannelKeysTests : IDisposable
{
    private readonly MovedClock _clock = new();
    private readonly KeyHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Whoever_asks_and_goes_away_takes_nothing_from_the_next()
    {
        var keys = Keys();
        _host.Hold = new();
        using var gone = new CancellationTokenSource();
        var first = keys.FindAsync("one", gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        var second = keys.FindAsync("one", default);
        _host.Hold.SetResult();
        Assert.NotNull(await second);
        Assert.Equal(1, _host.Asked);
    }

    [Fact]
    public async Task A_first_failure_is_tried_again_within_seconds()
    {
        var keys = Keys();
        _host.Failures = 2;
        Assert.Null(await keys.FindAsync("one", default));
        Assert.True(keys.Failing && keys.HasNone);
        Assert.Null(await keys.FindAsync("one", default));
        Assert.Equal(1, _host.Asked);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Null(await keys.FindAsync("one", default));
        _clock.Advance(TimeSpan.FromSeconds(2.1));
        Assert.NotNull(await keys.FindAsync("one", default));
        Assert.False(keys.Failing || keys.HasNone);
    }

    [Fact]
    public async Task Unknown_keys_ask_again_after_five_minutes_only_and_the_last_good_set_stays()
    {
        var keys = Keys();
        Assert.NotNull(await keys.FindAsync("one", default));
        Assert.Null(await keys.FindAsync("junk", default));
        Assert.Equal(1, _host.Asked);
        _clock.Advance(TimeSpan.FromMinutes(5.1));
        _host.Failures = int.MaxValue;
        Assert.Null(await keys.FindAsync("junk", default));
        Assert.NotNull(await keys.FindAsync("one", default));
        _clock.Advance(TimeSpan.FromHours(25));
        Assert.NotNull(await keys.FindAsync("one", default));
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_given_up_after_a_while()
    {
        _clock.Haste = 100;
        var keys = Keys();
        _host.Hold = new();
        Assert.Null(await keys.FindAsync("one", default));
        Assert.True(keys.Failing);
    }

    [Fact]
    public async Task Before_there_are_keys_a_token_is_put_off_and_not_refused()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(s => connector.Behind(s) with { ConnectorMetadata = new("http://127.0.0.1:9/metadata") });
        var channel = new AChannel(server, connector);
        Assert.Equal(503, (await channel.Say("hello")).Code);
        Assert.Equal(401, (await channel.Post(channel.Activity("hello"), null)).Code);
        Assert.Equal(0, server.Rows);
    }

    [Fact]
    public async Task They_are_there_before_anybody_comes()
    {
        await using var connector = await FakeConnector.Start();
        await using var server = await AServer.Start(connector.Behind);
        for (var tried = 0; tried < 200 && connector.KeyFetches == 0; tried++)
            await Task.Delay(25);
        Assert.Equal(1, connector.KeyFetches);
    }

    private ChannelKeys Keys() => new(new HttpClient(_host), new("https://keys.example/metadata"), _clock);

    private sealed class KeyHost : HttpMessageHandler
    {
        public int Asked { get; private set; }

        public int Failures { get; set; }

        public TaskCompletionSource? Hold { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == "/keys")
                return new(HttpStatusCode.OK) { Content = new StringContent("""{"keys":[{"kty":"RSA","kid":"one","n":"AQAB","e":"AQAB","endorsements":["testchannel"]}]}""") };
            Asked++;
            if (Hold is { } hold)
                await hold.Task.WaitAsync(cancellationToken);
            return Failures-- > 0 ? new(HttpStatusCode.InternalServerError) : new(HttpStatusCode.OK) { Content = new StringContent("""{"jwks_uri":"https://keys.example/keys"}""") };
        }
    }
}
