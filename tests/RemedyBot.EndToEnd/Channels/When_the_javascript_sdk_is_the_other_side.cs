using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using RemedyBot.EndToEnd.Browsers;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>`botbuilder` writes what we read; it and the Agents SDK read what we write.</summary>
[Collection(PageScenarios.Name)]
public sealed class When_the_javascript_sdk_is_the_other_side
{
    [Fact]
    public async Task Its_activities_are_answered_and_our_answers_are_read()
    {
        await using var server = await ServerProcess.Start(settings: new Dictionary<string, string> { ["connector:insecureLoopback"] = "true" });
        await using var sdk = await NodeProgram.Start("connector.mjs");
        var made = await sdk.Ask(new JsonObject { ["do"] = "make", ["conversation"] = "c-1", ["serviceUrl"] = "http://127.0.0.1:9/", ["channelId"] = "emulator" });
        var greeting = await Post(server, made["update"]!);
        Assert.Equal("language/language", (string?)greeting[^1]!["channelData"]!["remedybot"]!["step"]);
        Assert.Empty(await Post(server, made["status"]!));
        var answers = new List<JsonNode>(greeting);
        foreach (var text in (string[])["en", "no", "no", "adult", "abuse.threat", "enough"])
        {
            var message = made["message"]!.DeepClone();
            message["text"] = text;
            message["id"] = "m-" + text;
            answers.AddRange(await Post(server, message));
        }

        Assert.Contains(answers, a => (string?)a["channelData"]!["remedybot"]!["kind"] == "review");
        foreach (var answer in answers)
        {
            Assert.Null((await sdk.Ask(new JsonObject { ["do"] = "read", ["activity"] = answer.DeepClone() }))["wrong"]);
            var turned = (await sdk.Ask(new JsonObject { ["do"] = "turn", ["activity"] = answer.DeepClone() }))["activity"]!;
            Assert.Equal((string?)answer["text"], (string?)turned["text"]);
            Assert.True(JsonNode.DeepEquals(answer["channelData"], turned["channelData"]));
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> Post(ServerProcess server, JsonNode activity)
    {
        var asked = activity.DeepClone();
        asked["deliveryMode"] = "expectReplies";
        using var answer = await server.Client.PostAsync("api/messages", new StringContent(asked.ToJsonString(), Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonNode>())!["activities"]!.AsArray().OfType<JsonNode>()];
    }
}
