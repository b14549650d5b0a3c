using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace RemedyBot.Tests.Channels;

/// <summary>Part three: sockets.</summary>
public sealed class DirectLineStreamTests(AServer server) : IClassFixture<AServer>
{
    [Fact]
    [Trait("Checklist", "23")]
    public async Task A_stream_begins_with_all_that_was_said_and_goes_on_with_what_comes()
    {
        var line = new Line(server);
        await line.Generate();
        await line.Start("en");
        using var socket = await line.Open();
        Assert.Equal("safety/danger", (string?)Line.Asked(await Line.Set(socket))["step"]);
        await line.Say("no");
        Assert.Equal("safety/device", (string?)Line.Asked(await Line.Set(socket))["step"]);
    }

    [Fact]
    [Trait("Checklist", "18")]
    public async Task After_a_drop_the_watermark_brings_exactly_what_was_missed()
    {
        var line = await Line.Begun(server);
        var first = await line.Open();
        await Line.Set(first);
        first.Dispose();
        await line.Say("no");
        await line.Reconnect(line.Watermark);
        Assert.Contains("&watermark=", line.StreamUrl, StringComparison.Ordinal);
        using var again = await line.Open();
        var missed = await Line.Set(again);
        Assert.Equal("no", (string?)missed[0]["text"]);
        Assert.Equal("safety/device", (string?)Line.Asked(missed)["step"]);
        await line.Say("no");
        Assert.DoesNotContain((await Line.Set(again)).Select(a => (string)a["id"]!), missed.Select(a => (string)a["id"]!).Contains);
    }

    [Fact]
    [Trait("Checklist", "24")]
    public async Task An_empty_frame_of_a_client_is_a_sign_of_life_and_no_farewell()
    {
        var line = await Line.Begun(server);
        using var socket = await line.Open();
        await Line.Set(socket);
        for (var i = 0; i < 3; i++)
            await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, default);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"anything\":1}"), WebSocketMessageType.Text, true, default);
        await line.Say("no");
        Assert.Equal("safety/device", (string?)Line.Asked(await Line.Set(socket))["step"]);
    }

    [Fact]
    public async Task A_frame_of_more_than_4_KiB_ends_the_socket()
    {
        var line = await Line.Begun(server);
        using var socket = await line.Open();
        await Line.Set(socket);
        await socket.SendAsync(new byte[5000], WebSocketMessageType.Text, true, default);
        Assert.Equal("closed", await Line.Frame(socket));
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    [Trait("Checklist", "26")]
    public async Task Several_sockets_of_one_conversation_get_the_same_and_the_ninth_is_refused()
    {
        var line = await Line.Begun(server);
        var sockets = new List<ClientWebSocket>();
        for (var i = 0; i < 8; i++)
        {
            sockets.Add(await line.Open());
            await Line.Set(sockets[i]);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, await Refusal(line.StreamUrl));
        await line.Say("no");
        var seen = await Task.WhenAll(sockets.Select(Line.Frame));
        Assert.Single(seen.Select(s => System.Text.Json.Nodes.JsonNode.Parse(s)!["watermark"]!.ToJsonString()).Distinct());
        sockets.ForEach(s => s.Dispose());
    }

    [Fact]
    [Trait("Checklist", "27")]
    [Trait("Checklist", "28")]
    public async Task A_handle_opens_its_own_stream_for_a_minute_and_nothing_else()
    {
        var line = await Line.Begun(server);
        var other = await Line.Begun(server);
        var handle = line.StreamUrl[(line.StreamUrl.IndexOf("t=", StringComparison.Ordinal) + 2)..];
        Assert.Equal(HttpStatusCode.Forbidden, await Refusal(line.StreamUrl.Replace(line.Id, other.Id, StringComparison.Ordinal)));
        Assert.Equal(401, (await line.Send(HttpMethod.Get, $"conversations/{line.Id}/activities", credential: handle)).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, await Refusal(line.StreamUrl.Replace(handle, "x" + handle[1..], StringComparison.Ordinal)));
        (await line.Open()).Dispose();
        server.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Unauthorized, await Refusal(line.StreamUrl));
    }

    [Fact]
    [Trait("Checklist", "3")]
    public async Task A_stream_of_a_bound_token_opens_for_its_own_page_only()
    {
        var line = new Line(server);
        await line.Generate(AServer.Secret);
        line.Origin = AServer.Origin;
        await line.Start("en");
        (await line.Open()).Dispose();
        line.Origin = "https://elsewhere.example";
        Assert.Equal(HttpStatusCode.Forbidden, await Refusal(line.StreamUrl, line.Origin));
        Assert.Equal(HttpStatusCode.Forbidden, await Refusal(line.StreamUrl));
    }

    [Fact]
    public async Task A_stop_of_the_server_is_told_to_the_sockets()
    {
        var ending = await AServer.Start();
        var line = await Line.Begun(ending);
        using var socket = await line.Open();
        await Line.Set(socket);
        var closed = Line.Frame(socket);
        await ending.DisposeAsync();
        Assert.Equal("closed", await closed);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
    }

    private static async Task<HttpStatusCode> Refusal(string url, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new(url), default));
        return socket.HttpStatusCode;
    }
}
