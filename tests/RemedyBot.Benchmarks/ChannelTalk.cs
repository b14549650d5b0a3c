using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RemedyBot.Benchmarks;

/// <summary>One person, written with through a channel: by Direct Line, whose answers are fetched, or by the Connector, whose answers are in the answer.</summary>
/// <param name="voucher">The Connector's token; null for Direct Line.</param>
internal sealed class ChannelTalk(HttpClient client, string? voucher)
{
    private const int Longest = 40;
    private const string Line = "v3/directline/conversations";
    private string _conversation = "";
    private string _token = "";
    private string _watermark = "";
    private JsonNode? _asked;
    private int _turns;

    public bool Over => _asked is null || (string?)_asked["kind"] is "end" or "consent" or "code";

    public async Task BeginAsync()
    {
        _turns = 0;
        if (voucher is not null)
        {
            _conversation = RandomNumberGenerator.GetHexString(32);
            await ConnectAsync("hello");
            await ConnectAsync("en");
            return;
        }
        using var minted = await client.PostAsync("v3/directline/tokens/generate", null);
        _token = (string)(await JsonAsync(minted))["token"]!;
        var begun = await SendAsync(HttpMethod.Post, Line, new JsonObject { ["locale"] = "en" });
        (_token, _conversation) = ((string)begun["token"]!, (string)begun["conversationId"]!);
        _watermark = "";
        await FetchAsync();
    }

    /// <summary>One answer, one turn.</summary>
    public async Task AnswerAsync()
    {
        if (++_turns >= Longest)
            throw new InvalidOperationException($"The conversation stands still at the topic {(string?)_asked!["topic"]}: what is measured would be one question.");
        var values = _asked!["choices"]!.AsArray().Select(c => (string)c!["value"]!).ToList();
        var text = values.Count == 0 ? Talk.Typed((string)_asked["kind"]!, (string?)_asked["topic"] ?? "") : values.Contains("no") ? "no" : values[0];
        if (voucher is not null)
        {
            await ConnectAsync(text);
            return;
        }
        var id = string.Create(CultureInfo.InvariantCulture, $"c{_turns}");
        await SendAsync(HttpMethod.Post, $"{Line}/{_conversation}/activities", new JsonObject { ["type"] = "message", ["text"] = text, ["channelData"] = new JsonObject { ["clientActivityID"] = id } });
        await FetchAsync();
    }

    /// <summary>The address of the stream of a conversation that has just begun.</summary>
    public async Task<Uri> StreamAsync()
    {
        await BeginAsync();
        return new((string)(await SendAsync(HttpMethod.Get, $"{Line}/{_conversation}", null))["streamUrl"]!);
    }

    private async Task FetchAsync()
    {
        var set = await SendAsync(HttpMethod.Get, $"{Line}/{_conversation}/activities?watermark={_watermark}", null);
        _watermark = (string)set["watermark"]!;
        _asked = set["activities"]!.AsArray().LastOrDefault()?["channelData"]?["remedybot"];
    }

    private async Task ConnectAsync(string text)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{_turns}{text[..1]}"),
            ["channelId"] = Vouching.Channel,
            ["serviceUrl"] = Vouching.ServiceUrl,
            ["conversation"] = new JsonObject { ["id"] = _conversation },
            ["from"] = new JsonObject { ["id"] = "person" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["deliveryMode"] = "expectReplies",
            ["text"] = text,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/messages") { Content = JsonContent.Create(activity) };
        request.Headers.Authorization = new("Bearer", voucher);
        using var answer = await client.SendAsync(request);
        _asked = (await JsonAsync(answer))["activities"]!.AsArray().LastOrDefault()?["channelData"]?["remedybot"];
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", _token);
        using var answer = await client.SendAsync(request);
        return await JsonAsync(answer);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(JsonSerializerOptions.Web))!;
    }
}
