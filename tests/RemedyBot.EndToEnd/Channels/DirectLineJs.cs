using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>One conversation through `botframework-directlinejs`. Every Activity that comes is also read by the schema of the Agents SDK.</summary>
internal sealed class DirectLineJs : IAsyncDisposable
{
    public const string Newest = "botframework-directlinejs";

    /// <summary>The one that Web Chat 4.18.1 brings along.</summary>
    public const string InWebChat = "botframework-directlinejs-0.15.5";

    private readonly NodeProgram _node;
    private int _said;

    private DirectLineJs(NodeProgram node) => _node = node;

    /// <summary>Ids of all Activities that came, in order.</summary>
    public List<string> Seen { get; } = [];

    public List<JsonNode> Activities { get; } = [];

    /// <param name="through">The address of what stands between; null for the server's own.</param>
    public static async Task<DirectLineJs> Start(ServerProcess server, bool sockets, string? locale = "en", bool fast = false, string library = Newest, Uri? through = null)
    {
        using var minted = await server.Client.PostAsync("v3/directline/tokens/generate", null);
        var token = (string)JsonNode.Parse(await minted.Content.ReadAsStringAsync())!["token"]!;
        return await Start(new(through ?? server.Root, "v3/directline"), token, sockets, locale, fast, library);
    }

    public static async Task<DirectLineJs> Start(Uri domain, string token, bool sockets, string? locale = "en", bool fast = false, string library = Newest, string? conversation = null)
    {
        var options = new
        {
            domain = domain.ToString(),
            library,
            token,
            conversationId = conversation,
            webSocket = sockets,
            pollingInterval = 200,
            timeout = 2000,
            fast,
            conversationStartProperties = new { locale },
        };
        return new(await NodeProgram.Start("directline.mjs", JsonSerializer.Serialize(options)));
    }

    public Task<JsonNode> Next(string name, Func<JsonNode, bool>? fits = null) => _node.Next(line =>
    {
        Keep(line);
        return line[name] is { } found && (fits?.Invoke(found) ?? true);
    });

    /// <summary>Waits for the next message that asks (or ends), and returns what it says about itself.</summary>
    public async Task<JsonNode> Asked() =>
        (await Next("activity", a => a["channelData"]?["remedybot"]?["kind"] is { } kind && (string?)kind is not "say"))["activity"]!["channelData"]!["remedybot"]!;

    public async Task<JsonNode> Say(string text)
    {
        Post(text);
        return await Asked();
    }

    public void Post(string text) => _node.Tell(new JsonObject
    {
        ["post"] = new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = "me" },
            ["text"] = text,
            ["channelData"] = new JsonObject { ["clientActivityID"] = "c" + (++_said).ToString(CultureInfo.InvariantCulture) },
        },
    });

    public async Task<string> Token()
    {
        _node.Tell(new JsonObject { ["token"] = true });
        return (string)(await Next("token"))["token"]!;
    }

    public async Task<string> Conversation()
    {
        _node.Tell(new JsonObject { ["token"] = true });
        return (string)(await Next("conversation"))["conversation"]!;
    }

    /// <summary>Another object of the library over the same conversation, as a page makes one where the first has ended.</summary>
    public async Task<DirectLineJs> Anew(ServerProcess server, string token, bool sockets)
    {
        var anew = await Start(new Uri(server.Root, "v3/directline"), token, sockets, conversation: await Conversation());
        // What is said under an id that was used counts as said.
        anew._said = _said;
        return anew;
    }

    /// <summary>Waits for the question of that step.</summary>
    public Task<JsonNode> Until(string step) => Next("activity", a => (string?)a["channelData"]?["remedybot"]?["step"] == step);

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private void Keep(JsonNode line)
    {
        if (line["activity"] is not { } activity)
            return;
        Assert.True(line["wrong"] is null, $"{line["wrong"]}: {activity}");
        Activities.Add(activity.DeepClone());
        if ((string?)activity["id"] is { } id)
            Seen.Add(id);
    }
}
