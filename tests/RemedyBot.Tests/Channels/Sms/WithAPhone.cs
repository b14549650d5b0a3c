using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels.Sms;

/// <summary>A person who sends text messages to a bot behind the fake gateway.</summary>
internal sealed class WithAPhone(FakeGateway gateway, AServer server)
{
    private static int people;
    private int _messages;

    public string Number { get; init; } = "49151" + Interlocked.Increment(ref people).ToString("D7", CultureInfo.InvariantCulture);

    public IReadOnlyList<JsonNode> Sent => gateway.SentTo("+" + Number);

    public JsonObject Message(string text, string? id = null) => new()
    {
        ["msisdn"] = Number,
        ["to"] = "4912345",
        ["messageId"] = id ?? $"{Number}-{++_messages}",
        ["text"] = text,
    };

    public Task<int> Post(JsonNode message) => Post(message.ToJsonString());

    public async Task<int> Post(string body, string? secret = FakeGateway.ProofSecret, string type = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Root, "channels/sms")) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (secret is not null)
            request.Headers.TryAddWithoutValidation("X-Gateway-Secret", secret);
        return (int)(await server.Http.SendAsync(request)).StatusCode;
    }

    public async Task<IReadOnlyList<string>> Bring(JsonNode message, int atLeast = 1)
    {
        var before = Sent.Count;
        Assert.Equal(200, await Post(message));
        return [.. (await Settled.After(() => Sent, before, atLeast, server)).Select(m => (string)m["text"]!)];
    }

    public Task<IReadOnlyList<string>> Say(string text, int atLeast = 1) => Bring(Message(text), atLeast);
}
