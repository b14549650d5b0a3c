using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels.WhatsApp;

public sealed class WhatsAppFailureTests : IAsyncLifetime
{
    private FakeGraph _graph = null!;
    private AServer _server = null!;

    public async Task InitializeAsync()
    {
        _graph = await FakeGraph.Start();
        _server = await AServer.Start(settings => _graph.Behind(settings));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Theory]
    [InlineData(400, 131056)]
    [InlineData(429, 130429)]
    [InlineData(503, null)]
    public async Task What_passes_is_tried_again_in_order(int status, int? code)
    {
        var person = new WithWhatsApp(_graph, _server);
        _graph.Failures.Enqueue((status, code));
        var sent = await person.Say("hello", atLeast: 2);
        Assert.NotEmpty(WithWhatsApp.Taps(sent[^1]));
        Assert.Equal(sent.Count + 1, _graph.Calls);
    }

    [Fact]
    public async Task A_token_that_is_not_good_stops_and_is_told_to_the_operator()
    {
        var person = new WithWhatsApp(_graph, _server);
        for (var i = 0; i < 20; i++)
            _graph.Failures.Enqueue((401, 190));
        Assert.Equal(200, await person.Post(person.Words("hello")));
        for (var tried = 0; tried < 100 && !(await _server.Http.GetStringAsync(new Uri("readyz", UriKind.Relative))).Contains("channels:whatsapp:tokenFile", StringComparison.Ordinal); tried++)
            await Task.Delay(50);
        var ready = await _server.Http.GetStringAsync(new Uri("readyz", UriKind.Relative));
        Assert.True(ready.Contains("channels:whatsapp:tokenFile", StringComparison.Ordinal), ready);
        Assert.DoesNotContain(FakeGraph.Token, ready, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Person, ready, StringComparison.Ordinal);
        Assert.Empty(person.Sent);
    }

    [Fact]
    public async Task A_number_stands_nowhere_in_the_data_folder()
    {
        var person = new WithWhatsApp(_graph, _server) { Person = "15559876543210" };
        await person.Say("hello canary-of-whatsapp");
        await person.Say("en");
        foreach (var file in Directory.EnumerateFiles(_server.Data, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var text = await reader.ReadToEndAsync();
            Assert.DoesNotContain(person.Person, text, StringComparison.Ordinal);
            Assert.DoesNotContain("canary-of-whatsapp", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_call_as_long_as_Meta_may_send_is_taken()
    {
        var person = new WithWhatsApp(_graph, _server);
        var call = AWebhook.Of(FakeGraph.Number, person.Words("hello"));
        call["entry"]![0]!["changes"]![0]!["value"]!["contacts"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["profile"] = new string('x', 3_000_000) });
        Assert.Equal(200, await person.Post(call.ToJsonString()));
        Assert.NotEmpty(await Settled.After(() => person.Sent, 0, 1, _server));
    }

    [Fact]
    public async Task Hostile_calls_get_their_status_and_leave_nothing()
    {
        var person = new WithWhatsApp(_graph, _server);
        var good = AWebhook.Of(FakeGraph.Number, person.Words("hello")).ToJsonString();
        foreach (var signature in (string[])["", "sha256=", "sha256=" + new string('0', 64), "sha1=" + new string('0', 40), new string('a', 9000)])
            Assert.Equal(401, await person.Post(good, signature.Length == 0 ? " " : signature));
        Assert.Equal(401, await person.Post(new string('x', 300_000), "sha256=" + new string('0', 64)));
        Assert.Equal(413, await person.Post(new string('x', 3_200_000), "sha256=" + new string('0', 64)));
        foreach (var body in (string[])["", "{", "[]", "null", "{}", new string('[', 500), "{\"object\":\"page\"}", "\u0000", "{\"object\":\"whatsapp_business_account\",\"entry\":" + string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200)) + "}"])
            Assert.Equal(400, await person.Post(body));
        Assert.Equal(200, await person.Post(AWebhook.Of(FakeGraph.Number, new JsonObject()).ToJsonString()));
        Assert.Equal(200, await person.Post(AWebhook.Of("999", person.Words("hello")).ToJsonString()));
        Assert.Equal(0, _server.Rows);
        Assert.Equal(0, _graph.Calls);
    }

    [Theory]
    [InlineData("hub.mode=subscribe&hub.verify_token=the-word-for-the-webhook&hub.challenge=1158201444", 200)]
    [InlineData("hub.mode=subscribe&hub.verify_token=another&hub.challenge=1158201444", 403)]
    [InlineData("hub.mode=subscribe&hub.challenge=1158201444", 403)]
    [InlineData("hub.mode=unsubscribe&hub.verify_token=the-word-for-the-webhook&hub.challenge=1", 403)]
    [InlineData("hub.mode=subscribe&hub.verify_token=the-word-for-the-webhook&hub.challenge=%3Cscript%3E", 403)]
    [InlineData("", 403)]
    public async Task The_webhook_greets_whoever_knows_the_word(string query, int status)
    {
        var answer = await _server.Http.GetAsync(new Uri("channels/whatsapp?" + query, UriKind.Relative));
        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 200)
            Assert.Equal("1158201444", await answer.Content.ReadAsStringAsync());
    }
}
