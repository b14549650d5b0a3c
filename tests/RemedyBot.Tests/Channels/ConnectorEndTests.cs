using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Connector;
using RemedyBot.Channels.Turns;
using RemedyBot.Tests.Channels.Queue;

namespace RemedyBot.Tests.Channels;

/// <summary>A channel says that a conversation is over.</summary>
public sealed class ConnectorEndTests
{
    [Theory]
    [InlineData(0, 429)]
    [InlineData(1, 429)]
    [InlineData(2, 200)]
    public async Task Where_the_end_found_no_room_it_is_to_come_again(int room, int status)
    {
        using var a = new AQueue();
        using var http = new HttpClient();
        var turns = 0;
        var options = new ConnectorOptions { InsecureLoopback = true };
        var parts = new ConnectorParts(options, Turn, a.Rows, a.Queue, http, TimeProvider.System) { Table = ChannelTable.Empty, Text = (_, key) => key };
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes("""
            {"type":"endOfConversation","id":"1","channelId":"testchannel","serviceUrl":"http://127.0.0.1:1/","conversation":{"id":"c"},"from":{"id":"p"}}
            """));

        await new MessagesEndpoint(parts, new(options, new(http, options.Metadata, TimeProvider.System), TimeProvider.System), new(options)).PostAsync(context);

        Assert.Equal(status, context.Response.StatusCode);

        Task<ActivityReply> Turn(Activity activity, Passage passage, CancellationToken cancellation) =>
            Task.FromResult(new ActivityReply(turns++ < room ? ReplyStatus.Done : ReplyStatus.Busy, turns, []) { Ended = turns == 2 });
    }
}
