using System.Text;
using System.Text.Json.Nodes;

namespace RemedyBot.Tests.Channels;

/// <summary>A person with Telegram, whose messages come to the bot by its webhook or by being asked for.</summary>
internal sealed class AChat(FakeTelegram telegram, AServer? called = null)
{
    private static int chats = 7000;

    public long Id { get; } = Interlocked.Increment(ref chats);

    public IReadOnlyList<JsonObject> Sent => telegram.SentTo(Id);

    public JsonObject Message(Action<JsonObject>? change = null)
    {
        var message = new JsonObject
        {
            ["message_id"] = telegram.NextMessage(),
            ["from"] = new JsonObject { ["id"] = Id, ["is_bot"] = false, ["first_name"] = "Somebody", ["username"] = "somebody", ["language_code"] = "en" },
            ["chat"] = new JsonObject { ["id"] = Id, ["type"] = "private", ["first_name"] = "Somebody" },
            ["date"] = 1,
        };
        change?.Invoke(message);
        return new() { ["update_id"] = telegram.NextUpdate(), ["message"] = message };
    }

    public JsonObject Words(string text) => Message(m => m["text"] = text);

    /// <summary>An earlier message, changed to these words.</summary>
    public JsonObject Edit(string text)
    {
        var update = Words(text);
        update["edited_message"] = update["message"]!.DeepClone();
        update.Remove("message");
        return update;
    }

    /// <summary>A tap on the button of that title (its end) under the last message that has one.</summary>
    public JsonObject TapOn(string title, JsonObject? under = null)
    {
        var message = under ?? Sent.Last(m => FakeTelegram.Buttons(m).Count > 0);
        var button = FakeTelegram.Buttons(message).Last(b => ((string)b["text"]!).EndsWith(title, StringComparison.Ordinal));
        return new()
        {
            ["update_id"] = telegram.NextUpdate(),
            ["callback_query"] = new JsonObject
            {
                ["id"] = Guid.NewGuid().ToString("N"),
                ["from"] = new JsonObject { ["id"] = Id, ["is_bot"] = false, ["first_name"] = "Somebody", ["language_code"] = "en" },
                ["chat_instance"] = "1",
                ["data"] = button["callback_data"]!.DeepClone(),
                ["message"] = new JsonObject { ["message_id"] = message["message_id"]!.DeepClone(), ["date"] = 1, ["chat"] = new JsonObject { ["id"] = Id, ["type"] = "private" } },
            },
        };
    }

    public async Task<int> Post(JsonNode update, string? secret = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(called!.Root, "channels/telegram")) { Content = new StringContent(update.ToJsonString(), Encoding.UTF8, "application/json") };
        if ((secret == "" ? telegram.Secret : secret) is { } told)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", told);
        return (int)(await called.Http.SendAsync(request)).StatusCode;
    }

    /// <summary>Brings an update, and waits for what the bot says to it.</summary>
    public async Task<IReadOnlyList<JsonObject>> Bring(JsonNode update, int atLeast = 1)
    {
        var before = Sent.Count;
        if (called is null)
            telegram.Bring(update);
        else
            Assert.Equal(200, await Post(update));
        return await After(before, atLeast);
    }

    public Task<IReadOnlyList<JsonObject>> Say(string text, int atLeast = 1) => Bring(Words(text), atLeast);

    public Task<IReadOnlyList<JsonObject>> Tap(string title, int atLeast = 1) => Bring(TapOn(title), atLeast);

    /// <summary>What was sent after the first so many, once it has come to rest.</summary>
    public async Task<IReadOnlyList<JsonObject>> After(int before, int atLeast)
    {
        var quiet = 0;
        for (var (tried, last) = (0, -1); tried < 400 && quiet < 4; tried++)
        {
            await Task.Delay(25);
            var count = Sent.Count;
            quiet = count == last && count - before >= atLeast ? quiet + 1 : 0;
            last = count;
        }
        Assert.True(Sent.Count - before >= atLeast, $"only {Sent.Count - before} messages came");
        return [.. Sent.Skip(before)];
    }

    public static string Text(IEnumerable<JsonObject> messages) => string.Join('\n', messages.Select(m => (string)m["text"]!));

    public static IReadOnlyList<string> Titles(JsonObject message) => [.. FakeTelegram.Buttons(message).Select(b => (string)b["text"]!)];
}
