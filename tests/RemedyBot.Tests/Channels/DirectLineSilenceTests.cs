using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.DirectLine;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Tests.Channels;

/// <summary>Part five: slow turns, and lines whose other side says nothing any more.</summary>
public sealed class DirectLineSilenceTests(AServer server) : IClassFixture<AServer>
{
    [Fact]
    [Trait("Checklist", "17")]
    [Trait("Checklist", "20")]
    public async Task Of_a_slow_turn_the_echo_comes_first_then_the_replies_and_the_history_is_the_same()
    {
        var line = await Line.Begun(server);
        using var socket = await line.Open();
        await Line.Set(socket);
        // A wrong code takes a second, on purpose.
        var said = line.Say("12345 67890 12345 67890 12344");
        var answered = await Line.Set(socket);
        Assert.Equal((await said).Text("id"), (string?)answered[0]["id"]);
        Assert.All(answered.Skip(1), a => Assert.Equal("bot", (string?)a["from"]!["role"]));
        var history = (await line.Read()).Activities;
        Assert.All(history, a => Assert.Equal("message", (string?)a["type"]));
        Assert.Equal(answered.Select(a => (string?)a["id"]), history.Select(a => (string?)a["id"]).TakeLast(answered.Count));
    }

    [Fact]
    [Trait("Checklist", "25")]
    public async Task A_socket_whose_other_side_is_silent_is_let_go()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapDirectLine(new(
            (_, _, _) => Task.FromResult(new ActivityReply(ReplyStatus.Done, 1, [])),
            (_, _, _, _) => Task.FromResult<History?>(new(1, [])),
            new OneBearer(),
            TimeProvider.System)
        { Silence = TimeSpan.FromSeconds(1) });
        await app.StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        using var begun = await http.PostAsync(new Uri(app.Urls.First() + "/v3/directline/conversations"), null);
        var stream = new Uri((string)JsonNode.Parse(await begun.Content.ReadAsStringAsync())!["streamUrl"]!);

        using var raw = new TcpClient();
        await raw.ConnectAsync(stream.Host, stream.Port);
        var line = raw.GetStream();
        await line.WriteAsync(Encoding.ASCII.GetBytes($"GET {stream.PathAndQuery} HTTP/1.1\r\nHost: {stream.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        var heard = new byte[4096];
        Assert.StartsWith("HTTP/1.1 101", Encoding.ASCII.GetString(heard, 0, await line.ReadAsync(heard)), StringComparison.Ordinal);
        // It is asked for a sign of life and gives none.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await Read(line, heard, patience.Token) > 0)
            ;
        Assert.False(patience.IsCancellationRequested);
    }

    private static async Task<int> Read(NetworkStream line, byte[] heard, CancellationToken patience)
    {
        try
        {
            return await line.ReadAsync(heard, patience);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private sealed class OneBearer : IBearers
    {
        public string Mint(string? user, string? origins, TimeSpan life) => "any";

        public BearerReading Read(string token, TimeSpan grace) => new(new(token, "conversation", "dl_one", true, DateTimeOffset.MaxValue - TimeSpan.FromDays(1), null), false);

        public string? Renew(string token, bool began, TimeSpan life, TimeSpan grace) => "any";
    }
}
