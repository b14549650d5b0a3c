using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.EndToEnd.Security;

/// <summary>People and strangers at the doors of the channels: a Connector and an app, whose services cannot be reached.</summary>
/// <param name="canary">Stands in all that is sent, in ids, names and addresses too.</param>
internal sealed class ChannelNoise(string canary)
{
    private const string Proof = "what-the-gateway-proves-itself-with";
    private const string Number = "4915559876543";

    private string Closed => $"http://127.0.0.1:1/{canary}/";

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["limits:messages"] = "100000",
        ["connector:insecureLoopback"] = "true",
        ["channels:sms:url"] = Closed,
        ["channels:sms:from"] = "+" + Number,
        ["channels:sms:secret"] = canary + "-of-the-gateway",
        ["channels:sms:incomingId"] = "id",
        ["channels:sms:proofHeader"] = "X-Proof",
        ["channels:sms:proofSecret"] = Proof,
    };

    public async Task Make(ServerProcess server, HashSet<string> secrets)
    {
        secrets.UnionWith([Proof, Number, "emulator", "api/messages", "channels/sms"]);
        foreach (var (type, text) in new[] { ("conversationUpdate", ""), ("message", canary), ("message", "en"), ("message", canary + " he waits at my door"), ("message", "erase"), ("messageUpdate", canary), ("endOfConversation", ""), ("invoke", canary), (canary, canary) })
            foreach (var service in (string[])[Closed, $"https://{canary}.example/", canary])
                foreach (var token in (string?[])[null, canary])
                    await Post(server, "api/messages", Activity(type, text, service).ToJsonString(), token is null ? null : ("Authorization", "Bearer " + token));
        await Post(server, "api/messages", "{\"type\":" + canary, null);
        foreach (var (text, proof) in new[] { (canary, Proof), ("en", Proof), (canary + " he waits at my door", Proof), ("erase", Proof), (canary, canary) })
            await Post(server, "channels/sms", new JsonObject { ["from"] = Number, ["text"] = text, ["id"] = canary + text }.ToJsonString(), ("X-Proof", proof));
        await Post(server, "channels/sms", canary, ("X-Proof", Proof));
    }

    private JsonObject Activity(string type, string text, string service) => new()
    {
        ["type"] = type,
        ["id"] = canary + text,
        ["channelId"] = "emulator",
        ["serviceUrl"] = service,
        ["text"] = text,
        ["conversation"] = new JsonObject { ["id"] = canary },
        ["from"] = new JsonObject { ["id"] = canary, ["name"] = canary },
        ["recipient"] = new JsonObject { ["id"] = canary },
        ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = canary }),
    };

    private static async Task Post(ServerProcess server, string path, string body, (string Name, string Value)? header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (header is { } extra)
            request.Headers.TryAddWithoutValidation(extra.Name, extra.Value);
        using var answer = await server.Client.SendAsync(request);
        Assert.True((int)answer.StatusCode is < 500 or 501, $"{path}: {answer.StatusCode}");
    }
}
