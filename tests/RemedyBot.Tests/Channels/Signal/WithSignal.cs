using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels.Signal;

/// <summary>A person who writes in Signal to a bot beside the fake signal-cli.</summary>
internal sealed class WithSignal(FakeSignalCli cli, AServer server)
{
    public string Person { get; } = Guid.NewGuid().ToString();

    public IReadOnlyList<JsonObject> Sent => cli.Of("send", Person);

    public JsonObject Envelope(string? text, Action<JsonObject>? change = null, string kind = "dataMessage")
    {
        var time = cli.NextTime();
        var message = new JsonObject { ["timestamp"] = time, ["message"] = text, ["expiresInSeconds"] = 604_800, ["viewOnce"] = false };
        change?.Invoke(message);
        return new()
        {
            ["source"] = Person,
            ["sourceNumber"] = null,
            ["sourceUuid"] = Person,
            ["sourceName"] = "A Name",
            ["sourceDevice"] = 1,
            ["timestamp"] = time,
            ["serverReceivedTimestamp"] = time,
            ["serverDeliveredTimestamp"] = time,
            [kind] = kind == "editMessage" ? new JsonObject { ["targetSentTimestamp"] = 1, ["dataMessage"] = message } : message,
        };
    }

    public async Task<IReadOnlyList<string>> Bring(JsonObject envelope, int atLeast = 1)
    {
        var before = Sent.Count;
        await cli.Tell(envelope);
        return [.. (await Settled.After(() => Sent, before, atLeast, server)).Select(m => (string)m["params"]!["message"]!)];
    }

    public Task<IReadOnlyList<string>> Say(string text, int atLeast = 1) => Bring(Envelope(text), atLeast);
}
