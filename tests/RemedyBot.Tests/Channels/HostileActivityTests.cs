using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>Two hundred Activities that nobody means well with: the right status, nothing stored, and the conversation where it was.</summary>
public sealed class HostileActivityTests(BehindAConnector both) : IClassFixture<BehindAConnector>
{
    private static readonly string[] Fields =
        ["type", "id", "channelId", "serviceUrl", "from", "recipient", "conversation", "replyToId", "text", "textFormat", "locale", "inputHint", "attachments", "name", "deliveryMode", "membersAdded", "suggestedActions", "code"];

    private static readonly string[] Values = ["7", "true", "[]", "{\"a\":[1]}", "\"x\"", "[[[]]]", "1e400", "\"\\ud800\""];

    [Fact]
    public async Task Broken_bodies_are_400_and_leave_nothing()
    {
        var line = await Line.Begun(both.Server);
        var channel = new AChannel(both.Server, both.Connector);
        var rows = both.Server.Rows;
        foreach (var body in Broken())
        {
            var (direct, connected) = (await line.Post(body), await channel.Post(body, both.Connector.Token(both.Server.Clock.GetUtcNow())));
            Assert.True(direct.Code is 400 or 413 && direct.Error.Length > 0, Told(direct, body));
            Assert.True(connected.Code is 400 or 413 && connected.Error.Length > 0, Told(connected, body));
        }
        Assert.Empty(await line.Poll());
        Assert.Equal(rows, both.Server.Rows);
        Assert.Equal(200, (await line.Say("no")).Code);
    }

    [Fact]
    public async Task Wrong_types_and_odd_values_never_break_the_server()
    {
        var (channel, bystander) = (new AChannel(both.Server, both.Connector), new AChannel(both.Server, both.Connector));
        foreach (var text in (string[])["hello", "en"])
            await bystander.Ask(text);
        var (rows, tried) = (both.Server.Rows, 0);
        foreach (var field in Fields)
        {
            foreach (var value in Values)
            {
                var line = new JsonObject { ["type"] = "typing" };
                var body = Replace(line.ToJsonString(), field, value);
                var answer = await channel.Post(Replace(channel.Activity(null, type: "typing").ToJsonString(), field, value), both.Connector.Token(both.Server.Clock.GetUtcNow()));
                Assert.True(answer.Code is 200 or 400 or 403 or 501, Told(answer, body));
                tried++;
            }
        }
        Assert.True(tried >= 140);
        Assert.Equal(rows, both.Server.Rows);
        Assert.Equal("safety/device", (string?)Line.Asked(await bystander.Ask("no"))["step"]);
    }

    [Fact]
    public async Task Wrong_types_are_400_on_direct_line_too()
    {
        var line = await Line.Begun(both.Server);
        var rows = both.Server.Rows;
        foreach (var field in Fields)
        {
            foreach (var value in Values)
            {
                var answer = await line.Post(Replace("{\"type\":\"typing\"}", field, value));
                Assert.True(answer.Code is 200 or 400, Told(answer, field + value));
            }
        }
        Assert.Equal(rows, both.Server.Rows);
        Assert.Empty(await line.Poll());
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a/b")]
    [InlineData("%2e%2e")]
    [InlineData("x?y=z#f")]
    [InlineData("' OR 1=1 --")]
    public async Task An_odd_id_of_a_conversation_leads_to_no_other_address(string id)
    {
        var channel = new AChannel(both.Server, both.Connector) { Conversation = id + Guid.NewGuid().ToString("N") };
        await channel.Say("hello");
        var replies = await channel.Replies(1);
        Assert.StartsWith("/service/v3/conversations/", replies[0].Path, StringComparison.Ordinal);
        var dots = new AChannel(both.Server, both.Connector) { Conversation = id };
        Assert.Equal(200, (await dots.Say("hello")).Code);
        Assert.DoesNotContain(both.Connector.Calls, c => !c.Path.StartsWith("/service/v3/conversations/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("\\u001b")]
    [InlineData("\\u000a")]
    public async Task A_control_character_in_an_id_is_400(string character)
    {
        var channel = new AChannel(both.Server, both.Connector);
        var body = channel.Activity("hello").ToJsonString();
        Assert.Equal(400, (await channel.Post(body.Replace(channel.Conversation, "a" + character, StringComparison.Ordinal), both.Connector.Token(both.Server.Clock.GetUtcNow()))).Code);
    }

    [Fact]
    public async Task Words_of_any_kind_are_words()
    {
        var line = await Line.Begun(both.Server);
        foreach (var text in (string[])["\u202eevil", "\0\0", "<script>alert(1)</script>", new string('א', 8000), "{{7*7}}", "%s%n", "\ufffe", "🙂🙂"])
            Assert.Equal(200, (await line.Say(text)).Code);
        Assert.Equal("safety/danger", (string?)Line.Asked(await line.Poll())["step"]);
    }

    private static IEnumerable<string> Broken()
    {
        string[] bodies =
        [
            "", " ", "null", "[]", "7", "\"message\"", "{", "}", "{]", "{\"type\"}", "{\"type\":}", "{\"type\":\"message\"", "{\"type\":\"message\"}}", "{'type':'message'}",
            "{\"type\":null}", "{\"type\":\"\"}", "{\"text\":\"hello\"}", "{\"type\":7}", "{\"type\":[\"message\"]}", "{\"type\":\"message\",\"text\":7}", "{\"type\":\"message\",\"text\":[\"a\"]}",
            "{\"type\":\"message\",\"text\":{\"a\":1}}", "{\"type\":\"message\",\"from\":\"me\"}", "{\"type\":\"message\",\"from\":[]}", "{\"type\":\"message\",\"from\":{\"id\":7}}",
            "{\"type\":\"message\",\"conversation\":\"c\"}", "{\"type\":\"message\",\"attachments\":{}}", "{\"type\":\"message\",\"attachments\":\"none\"}", "{\"type\":\"message\",\"membersAdded\":7}",
            "{\"type\":\"message\",\"type\":\"event\"}", "{\"type\":\"message\",\"Type\":\"event\"}", "{\"type\":\"message\",\"text\":\"a\",\"TEXT\":\"b\"}",
            "{\"type\":\"message\",\"text\":\"\\ud800\"}", "{\"type\":\"message\",\"channelData\":{\"a\":\"\\udc00\"}}", "{\"type\":\"message\",\"text\":\"a\",}", "{/*x*/\"type\":\"message\"}",
            "<activity/>", "type=message&text=hello", "\u0000", "{\"type\":\"message\",\"textFormat\":\"xml\",\"text\":\"<a/>\"}",
        ];
        var nested = new StringBuilder().Insert(0, "[", 200).Append(']', 200).ToString();
        return bodies.Concat(
        [
            "{\"type\":\"message\",\"channelData\":" + nested + "}",
            "{\"type\":\"message\",\"further\":" + nested + "}",
            "{\"type\":\"message\",\"text\":\"" + new string('a', 16_001) + "\"}",
            "{\"type\":\"message\",\"id\":\"" + new string('a', 2_000) + "\"}",
            "{\"type\":\"message\",\"locale\":\"" + new string('a', 2_000) + "\"}",
            "{\"type\":\"" + new string('a', 2_000) + "\"}",
            "{\"type\":\"message\",\"attachments\":[" + string.Join(',', Enumerable.Repeat("{}", 11)) + "]}",
            "{\"type\":\"message\",\"text\":\"" + new string('a', 300_000) + "\"}",
        ]).Concat(Enumerable.Range(1, 20).Select(i => "{\"type\":\"message\",\"text\":\"hello\"}"[..^i]));
    }

    private static string Replace(string json, string field, string value)
    {
        var parsed = JsonNode.Parse(json)!.AsObject();
        parsed.Remove(field);
        return parsed.ToJsonString()[..^1] + (parsed.Count > 0 ? "," : "") + $"\"{field}\":{value}}}";
    }

    private static string Told(Answer answer, string body) => string.Create(CultureInfo.InvariantCulture, $"{answer.Code} {answer.Body} for {body[..Math.Min(body.Length, 120)]}");
}
