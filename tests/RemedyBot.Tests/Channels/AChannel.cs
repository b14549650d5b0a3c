using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>A channel that speaks to the bot through the fake Connector.</summary>
internal sealed class AChannel(IReached server, FakeConnector connector)
{
    private int _ids;

    public string Conversation { get; init; } = "conv-" + Guid.NewGuid().ToString("N");

    public string Channel { get; init; } = "testchannel";

    public JsonObject Activity(string? text, string? id = null, string type = "message") => new()
    {
        ["type"] = type,
        ["id"] = id ?? "a" + (++_ids).ToString(CultureInfo.InvariantCulture),
        ["channelId"] = Channel,
        ["serviceUrl"] = connector.ServiceUrl,
        ["conversation"] = new JsonObject { ["id"] = Conversation },
        ["from"] = new JsonObject { ["id"] = "person" },
        ["recipient"] = new JsonObject { ["id"] = "the-bot", ["name"] = "Bot" },
        ["text"] = text,
    };

    public Task<Answer> Say(string text, string? id = null) => Post(Activity(text, id));

    /// <summary>Says it, and reads the replies from the answer.</summary>
    public async Task<IReadOnlyList<JsonNode>> Ask(string text, string? id = null)
    {
        var activity = Activity(text, id);
        activity["deliveryMode"] = "expectReplies";
        var answer = await Post(activity);
        Assert.Equal(200, answer.Code);
        return answer.Activities;
    }

    public Task<Answer> Post(JsonNode activity, string? token = "good") => Post(activity.ToJsonString(), token == "good" ? connector.Token(server.Clock.GetUtcNow()) : token);

    public Task<Answer> Post(string body, string? token, string scheme = "Bearer ")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Root, "api/messages")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", scheme + token);
        return Answer.Of(server.Http.SendAsync(request));
    }

    /// <summary>Waits for so many replies to this conversation at the Connector, and until the server knows that they came.</summary>
    public async Task<IReadOnlyList<(string Path, string Bearer, JsonNode Body)>> Replies(int atLeast)
    {
        for (var tried = 0; tried < 400; tried++)
        {
            var mine = connector.Calls.Where(c => (string?)c.Body["conversation"]!["id"] == Conversation).ToList();
            await Task.Delay(50);
            if (mine.Count >= atLeast)
                return mine;
        }
        throw new TimeoutException("The replies did not come.");
    }
}
