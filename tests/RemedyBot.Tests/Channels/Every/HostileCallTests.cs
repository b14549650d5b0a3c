using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RemedyBot.Tests.Channels.Sms;
using RemedyBot.Tests.Channels.WhatsApp;

namespace RemedyBot.Tests.Channels.Every;

/// <summary>Calls to the apps' addresses that nobody means well with, proved and not: the right status, nothing stored, and whoever talks there already is where they were.</summary>
public sealed class HostileCallTests
{
    private const string Path = "channels/";

    [Fact]
    public async Task Nothing_is_stored_and_nobody_elses_talk_is_reached()
    {
        await using var every = await BehindEveryApp.Start();
        var calm = new[] { "telegram", "whatsapp", "sms" }.Select(every.Somebody).ToList();
        foreach (var person in calm)
        {
            await person.Say("hello");
            await person.Say("en");
        }
        for (var tried = 0; every.Server.Waiting > 0 && tried < 200; tried++)
            await Task.Delay(25);
        var (rows, heard) = (every.Server.Rows, calm.Select(p => p.All.Count).ToList());
        var tries = 0;
        foreach (var app in (string[])["telegram", "whatsapp", "sms"])
        {
            foreach (var body in Bodies(app))
            {
                var proved = await Post(every, app, body, Proof(every, app, body));
                Assert.True(proved is 200 or 400 or 413, $"{app} {proved}: {body[..Math.Min(100, body.Length)]}");
                Assert.Equal(401, await Post(every, app, body, null));
                tries += 2;
            }
            foreach (var foreign in Foreign(every, app))
            {
                Assert.Equal(401, await Post(every, app, Good(app), foreign));
                tries++;
            }
        }
        Assert.True(tries >= 250, tries.ToString(CultureInfo.InvariantCulture));
        await Task.Delay(300);
        Assert.Equal(rows, every.Server.Rows);
        Assert.Equal(heard, calm.Select(p => p.All.Count));
        foreach (var person in calm)
            Assert.Contains("Might someone else see", (await person.Say("no"))[^1].Text, StringComparison.Ordinal);
    }

    /// <summary>A message as the app would send it.</summary>
    private static string Good(string app) => app switch
    {
        "telegram" => """{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":9,"type":"private"},"from":{"id":9,"is_bot":false,"first_name":"x"},"text":"hello"}}""",
        "whatsapp" => AWebhook.Of(FakeGraph.Number, AWebhook.Text("15550009999", "wamid.hostile", 1_764_238_453, "hello")).ToJsonString(),
        _ => """{"msisdn":"491510009999","messageId":"h","text":"hello"}""",
    };

    /// <summary>None of these is anything that a person said.</summary>
    private static IEnumerable<string> Bodies(string app)
    {
        var nested = string.Concat(Enumerable.Repeat("[", 400)) + string.Concat(Enumerable.Repeat("]", 400));
        string[] broken =
        [
            "", " ", "null", "[]", "7", "\"hello\"", "{", "}", "{]", "{\"a\"}", "\u0000", "<xml/>", "a=b", "{}", "{\"a\":" + nested + "}", nested, new string('x', 5_000),
            "{\"update_id\":\"\\ud800\"}", "{\"object\":7}", "{\"msisdn\":null}", "{\"msisdn\":{\"a\":1},\"text\":[],\"messageId\":7}",
        ];
        // Each field that matters, of a wrong type, gone, or far too long.
        string[] fields = app switch
        {
            "telegram" => ["message.chat", "message.chat.id", "message.chat.type", "message"],
            "whatsapp" => ["object", "entry", "entry.0.changes", "entry.0.changes.0.value", "entry.0.changes.0.value.metadata", "entry.0.changes.0.value.messages", "entry.0.changes.0.value.messages.0.from", "entry.0.changes.0.value.messages.0.id", "entry.0.changes.0.value.messages.0.timestamp"],
            _ => ["msisdn"],
        };
        var wrong = fields.SelectMany(field => Wrong().Select(value => Changed(Good(app), field, value)));
        return broken.Concat(wrong);
    }

    private static IEnumerable<JsonNode?> Wrong() =>
        [null, new JsonObject { ["a"] = 1 }, new JsonArray(new JsonArray()), JsonValue.Create(true), JsonValue.Create("\u0001\n"), JsonValue.Create(new string('9', 5_000))];

    private static string Changed(string json, string field, JsonNode? value)
    {
        var root = JsonNode.Parse(json)!;
        var path = field.Split('.');
        var at = path[..^1].Aggregate(root, (node, part) => int.TryParse(part, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[part]!);
        at[path[^1]] = value?.DeepClone();
        return root.ToJsonString();
    }

    /// <summary>What the app adds to a call, so that it is believed.</summary>
    private static (string Name, string Value) Proof(BehindEveryApp every, string app, string body) => app switch
    {
        "telegram" => ("X-Telegram-Bot-Api-Secret-Token", every.TelegramSecret),
        "whatsapp" => ("X-Hub-Signature-256", Signed(body, FakeGraph.AppSecret)),
        _ => ("X-Gateway-Secret", FakeGateway.ProofSecret),
    };

    private static IEnumerable<(string Name, string Value)> Foreign(BehindEveryApp every, string app)
    {
        var (name, value) = Proof(every, app, Good(app));
        yield return (name, value[..^1]);
        yield return (name, value + "x");
        yield return (name, value.ToUpperInvariant() + "0");
        yield return (name, new string('a', 9_000));
        // Another's secret, and a proof that was good for other words.
        yield return (name, app == "whatsapp" ? Signed(Good(app), "the-secret-of-another-app") : FakeTelegram.Token);
        yield return (name, app == "whatsapp" ? Signed("{}", FakeGraph.AppSecret) : "another-secret-of-another");
        yield return ("X-Other", value);
    }

    private static string Signed(string body, string secret) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    private static async Task<int> Post(BehindEveryApp every, string app, string body, (string Name, string Value)? proof)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(every.Server.Root, Path + app)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new("application/json");
        if (proof is var (name, value))
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await every.Server.Http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
