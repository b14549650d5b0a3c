using System.Net.WebSockets;
using System.Text.Json.Nodes;
using RemedyBot.Tests.Channels;

namespace RemedyBot.Tests.Live;

/// <summary>A Direct Line client that polls, or listens.</summary>
internal sealed class ALine(ATalk talk)
{
    private string _token = "";
    private string _id = "";
    private string _watermark = "";
    private string _stream = "";
    private int _messages;

    public List<JsonNode> Seen { get; } = [];

    public async Task Begin()
    {
        var made = await Send(HttpMethod.Post, "tokens/generate", null);
        _token = made["token"]!.GetValue<string>();
        var begun = await Send(HttpMethod.Post, "conversations", """{"locale":"en"}""");
        (_token, _id, _stream) = (begun["token"]!.GetValue<string>(), begun["conversationId"]!.GetValue<string>(), begun["streamUrl"]!.GetValue<string>());
    }

    public async Task<ClientWebSocket> Stream()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(_stream), default);
        return socket;
    }

    /// <summary>What the stream brings, until this text is among it.</summary>
    public async Task<JsonNode> Brought(ClientWebSocket socket, string text)
    {
        while (true)
        {
            // An empty frame says only that the line is alive.
            if (await Line.Frame(socket) is { Length: > 0 } frame)
                Seen.AddRange(JsonNode.Parse(frame)!["activities"]!.AsArray().OfType<JsonNode>());
            if (Seen.Find(a => a["text"]?.GetValue<string>() == text) is { } found)
                return found;
        }
    }

    /// <summary>A talk that a worker has taken; its reference.</summary>
    public async Task<string> InATalk()
    {
        foreach (var text in (string[])["no", "human", "yes", "Is somebody there?"])
            await Say(text);
        var reference = await talk.Waiting();
        await talk.Act(reference, "accept");
        return reference;
    }

    /// <param name="how">`refresh` or `resume`.</param>
    public async Task Renew(string how) => _token = (await Send(HttpMethod.Post, "tokens/" + how, null))["token"]!.GetValue<string>();

    /// <summary>The last message, as a client does that heard no answer.</summary>
    public Task<JsonNode> SayAgain(string text)
    {
        _messages--;
        return Say(text);
    }

    public Task<JsonNode> Say(string text) => Send(HttpMethod.Post, $"conversations/{_id}/activities", new JsonObject
    {
        ["type"] = "message",
        ["from"] = new JsonObject { ["id"] = "me" },
        ["text"] = text,
        ["channelData"] = new JsonObject { ["clientActivityID"] = $"c{++_messages}" },
    }.ToJsonString());

    public async Task Until(Func<IReadOnlyList<JsonNode>, bool> sees)
    {
        for (var tried = 0; ; tried++)
        {
            var set = await Send(HttpMethod.Get, $"conversations/{_id}/activities?watermark={_watermark}", null);
            _watermark = set["watermark"]!.GetValue<string>();
            Seen.AddRange(set["activities"]!.AsArray().OfType<JsonNode>());
            if (sees(Seen))
                return;
            Assert.True(tried < 200, "The client did not see it.");
            await Task.Delay(50);
        }
    }

    private async Task<JsonNode> Send(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri("/" + Line.Root + path, UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        if (_token.Length > 0)
            request.Headers.Add("Authorization", "Bearer " + _token);
        using var answer = await talk.Web.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
