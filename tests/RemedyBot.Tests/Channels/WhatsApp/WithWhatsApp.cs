using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels.WhatsApp;

/// <summary>A person who writes in WhatsApp to a bot behind the fake Cloud API.</summary>
internal sealed class WithWhatsApp(FakeGraph graph, IReached server)
{
    private static int people;
    private int _messages;

    public string Person { get; init; } = "1555" + Interlocked.Increment(ref people).ToString("D7", CultureInfo.InvariantCulture);

    public IReadOnlyList<JsonNode> Sent => graph.SentTo(Person);

    public string NewId() => $"wamid.{Person}.{++_messages}";

    public long Now => server.Clock.GetUtcNow().ToUnixTimeSeconds();

    public JsonObject Words(string text) => AWebhook.Text(Person, NewId(), Now, text);

    public Task<int> Post(params JsonObject[] messages) => Post(AWebhook.Of(FakeGraph.Number, messages).ToJsonString());

    /// <param name="signature">Null: as Meta would sign it.</param>
    public async Task<int> Post(string body, string? signature = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Root, "channels/whatsapp")) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var signed = signature ?? "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(FakeGraph.AppSecret), bytes));
        if (signed.Length > 0)
            request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signed);
        return (int)(await server.Http.SendAsync(request)).StatusCode;
    }

    public async Task<IReadOnlyList<JsonNode>> Bring(JsonObject message, int atLeast = 1)
    {
        var before = Sent.Count;
        Assert.Equal(200, await Post(message));
        return await Settled.After(() => Sent, before, atLeast, server as AServer);
    }

    public Task<IReadOnlyList<JsonNode>> Say(string text, int atLeast = 1) => Bring(Words(text), atLeast);

    /// <summary>Taps what carries that value under the last message that has something to tap.</summary>
    public Task<IReadOnlyList<JsonNode>> Tap(string value, int atLeast = 1) => Bring(TapOn(value), atLeast);

    public JsonObject TapOn(string value, JsonNode? under = null)
    {
        var message = under ?? Sent.Last(m => Taps(m).Count > 0);
        var (id, title) = Taps(message).First(t => t.Id.EndsWith("." + value, StringComparison.Ordinal));
        return (string)message["interactive"]!["type"]! == "list" ? AWebhook.Row(Person, NewId(), Now, id, title) : AWebhook.Button(Person, NewId(), Now, id, title);
    }

    public static string Text(JsonNode message) => (string)(message["text"]?["body"] ?? message["interactive"]!["body"]!["text"])!;

    public static IReadOnlyList<(string Id, string Title)> Taps(JsonNode message)
    {
        var action = message["interactive"]?["action"];
        var buttons = action?["buttons"]?.AsArray().Select(b => b!["reply"]!) ?? [];
        var rows = action?["sections"]?.AsArray().SelectMany(s => s!["rows"]!.AsArray()).Select(r => r!) ?? [];
        return [.. buttons.Concat(rows).Select(t => ((string)t["id"]!, (string)t["title"]!))];
    }
}
