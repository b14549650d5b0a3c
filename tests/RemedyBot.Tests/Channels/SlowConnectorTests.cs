namespace RemedyBot.Tests.Channels;

/// <summary>A channel that takes seconds for each message, and a person who does not wait for it.</summary>
public sealed class SlowConnectorTests(BehindAConnector both) : IClassFixture<BehindAConnector>
{
    [Fact]
    public async Task What_was_typed_before_the_safety_questions_arrived_answers_none_of_them()
    {
        var channel = new AChannel(both.Server, both.Connector);
        await channel.Say("hello");
        await Settled(channel, 0);
        var held = new TaskCompletionSource();
        both.Connector.Hold = held.Task;
        foreach (var words in (string[])["en", "no", "no"])
            Assert.Equal(200, (await channel.Say(words)).Code);
        held.SetResult();
        Assert.Equal("safety/danger", Steps(await Settled(channel, 1))[^1]);
        await channel.Say("no");
        Assert.Equal("safety/device", Steps(await Settled(channel, 1))[^1]);
    }

    [Fact]
    public async Task Words_that_come_while_those_before_them_are_being_answered_are_early_too()
    {
        var channel = new AChannel(both.Server, both.Connector);
        await channel.Say("hello");
        await Settled(channel, 0);
        await Task.WhenAll(channel.Say("en"), channel.Say("no"));
        Assert.Contains(Steps(await Settled(channel, 1))[^1], (string[])["safety/danger", "language/language"]);
    }

    private async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> Settled(AChannel channel, int atLeast)
    {
        await Channels.Settled.After(() => All(channel), 0, Math.Max(1, atLeast), both.Server);
        return All(channel);
    }

    private List<System.Text.Json.Nodes.JsonNode> All(AChannel channel) => [.. both.Connector.Calls.Where(c => (string?)c.Body["conversation"]!["id"] == channel.Conversation).Select(c => c.Body)];

    private static List<string> Steps(IEnumerable<System.Text.Json.Nodes.JsonNode> messages) => [.. messages.Select(m => (string?)m["channelData"]?["remedybot"]?["step"] ?? "")];
}
