using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>A plain client of Direct Line: one conversation.</summary>
internal sealed class Line(AServer server)
{
    public const string Root = "v3/directline/";

    private int _messages;

    public string Token { get; set; } = "";

    public string Id { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    public string Watermark { get; set; } = "";

    public string? Origin { get; set; }

    private string Path => $"conversations/{Id}";

    /// <summary>A conversation that has begun in English, its greeting read.</summary>
    public static async Task<Line> Begun(AServer server, string? locale = "en")
    {
        var line = new Line(server);
        await line.Generate();
        await line.Start(locale);
        await line.Poll();
        return line;
    }

    public Task<Answer> Send(HttpMethod method, string path, string? body = null, string? credential = null, string type = "application/json")
    {
        var request = new HttpRequestMessage(method, new Uri(server.Root, Root + path));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        if ((credential ?? Token).Length > 0)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + (credential ?? Token));
        if (Origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", Origin);
        return Answer.Of(server.Http.SendAsync(request));
    }

    public async Task<Answer> Generate(string? secret = null, string? body = null)
    {
        var answer = await Send(HttpMethod.Post, "tokens/generate", body, secret ?? "");
        if (answer.Code == 200)
            (Token, Id) = (answer.Text("token"), answer.Text("conversationId"));
        return answer;
    }

    public async Task<Answer> Start(string? locale = null, string? credential = null)
    {
        var answer = await Send(HttpMethod.Post, "conversations", locale is null ? null : Answer.Write(new { locale, user = new { } }), credential);
        if (answer.Code is 200 or 201)
            (Token, Id, StreamUrl) = (answer.Text("token"), answer.Text("conversationId"), answer.Text("streamUrl"));
        return answer;
    }

    public Task<Answer> Say(string text, string? clientId = null) =>
        Post(new JsonObject { ["type"] = "message", ["from"] = new JsonObject { ["id"] = "anyone" }, ["text"] = text, ["channelData"] = new JsonObject { ["clientActivityID"] = clientId ?? $"c{++_messages}" } });

    public Task<Answer> Post(JsonNode activity) => Post(activity.ToJsonString());

    public Task<Answer> Post(string activity) => Send(HttpMethod.Post, Path + "/activities", activity);

    public Task<Answer> Upload() => Send(HttpMethod.Post, Path + "/upload?userId=u", "x", type: "multipart/form-data; boundary=b");

    public async Task<IReadOnlyList<JsonNode>> Poll()
    {
        var answer = await Read(Watermark);
        Assert.Equal(200, answer.Code);
        Watermark = answer.Text("watermark");
        return answer.Activities;
    }

    public Task<Answer> Read(string? watermark = null) => Send(HttpMethod.Get, Path + "/activities" + (watermark is null ? "" : "?watermark=" + watermark));

    public async Task<Answer> Reconnect(string? watermark = null)
    {
        var answer = await Send(HttpMethod.Get, Path + (watermark is null ? "" : "?watermark=" + watermark));
        if (answer.Code == 200)
            (Token, StreamUrl) = (answer.Text("token"), answer.Text("streamUrl"));
        return answer;
    }

    public async Task<ClientWebSocket> Open(string? url = null)
    {
        var socket = new ClientWebSocket();
        if (Origin is not null)
            socket.Options.SetRequestHeader("Origin", Origin);
        socket.Options.CollectHttpResponseDetails = true;
        await socket.ConnectAsync(new(url ?? StreamUrl), default);
        return socket;
    }

    /// <summary>The question that the last of these asks.</summary>
    public static JsonNode Asked(IReadOnlyList<JsonNode> activities) => activities[^1]["channelData"]!["remedybot"]!;

    /// <summary>One text frame.</summary>
    public static async Task<string> Frame(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var text = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return "closed";
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(text.ToArray());
        }
    }

    public static async Task<IReadOnlyList<JsonNode>> Set(WebSocket socket) => [.. JsonNode.Parse(await Frame(socket))!["activities"]!.AsArray().OfType<JsonNode>()];
}
