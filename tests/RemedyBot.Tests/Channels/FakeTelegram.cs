using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Apps;
using RemedyBot.Composition;

namespace RemedyBot.Tests.Channels;

/// <summary>A Bot API server on loopback, as far as Telegram's public page describes it: takes calls, checks their limits, hands out updates.</summary>
internal sealed class FakeTelegram : IAsyncDisposable
{
    public const string Token = "123456789:AAabcdefghijklmnopqrstuvwxyz012345";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonNode> _updates = new();
    private readonly Dictionary<int, JsonObject> _messages = [];
    private int _ids = 1000;
    private int _update = 500;

    private FakeTelegram(WebApplication app) => _app = app;

    /// <summary>What was called, in order: method and body.</summary>
    public ConcurrentQueue<(string Method, JsonObject Body)> Calls { get; } = new();

    /// <summary>How the next calls of a method are refused; nothing for well.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<JsonObject>> Refusals { get; } = new();

    /// <summary>A method that is not answered at all.</summary>
    public string? Hanging { get; set; }

    public Uri Root { get; private set; } = new("http://unknown.invalid");

    public string? Webhook { get; set; }

    public string? Secret { get; private set; }

    public int? Confirmed { get; private set; }

    /// <summary>How often somebody asked for updates.</summary>
    public int Asked { get; private set; }

    public bool JoinsGroups { get; set; }

    /// <summary>What was set, by the method that reads it and the language.</summary>
    private ConcurrentDictionary<(string Method, string Language), string> Names { get; } = new();

    public static async Task<FakeTelegram> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeTelegram(builder.Build());
        fake._app.MapPost("/bot{token}/{method}", (Delegate)fake.CallAsync);
        await fake._app.StartAsync();
        fake.Root = new(fake._app.Urls.First() + "/");
        return fake;
    }

    public Settings Behind(Settings settings) => settings with { Channels = [AppOf()] };

    /// <summary>The settings, with further ones.</summary>
    public AppSettings AppOf(params (string Key, string Value)[] more) =>
        new("telegram", new Dictionary<string, string>(more.Select(m => KeyValuePair.Create(m.Key, m.Value)).Append(new("token", Token)).Append(new("url", Root.AbsoluteUri)), StringComparer.OrdinalIgnoreCase));

    public IReadOnlyList<JsonObject> Of(string method) => [.. Calls.Where(c => c.Method == method).Select(c => c.Body)];

    public IReadOnlyList<JsonObject> SentTo(long chat) => [.. Of("sendMessage").Where(b => (long)b["chat_id"]! == chat)];

    public int NextUpdate() => Interlocked.Increment(ref _update);

    public int NextMessage() => Interlocked.Increment(ref _ids);

    public void Bring(JsonNode update) => _updates.Enqueue(update);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> CallAsync(HttpContext context, string token, string method)
    {
        if (token != Token)
            return Refused(new() { ["error_code"] = 401, ["description"] = "Unauthorized" });
        var body = context.Request.HasJsonContentType() ? (await JsonNode.ParseAsync(context.Request.Body))!.AsObject() : [];
        if (method != "getUpdates")
            Calls.Enqueue((method, body));
        if (method == Hanging)
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Refusals.TryGetValue(method, out var waiting) && waiting.TryDequeue(out var refusal))
            return Refused(refusal);
        return method switch
        {
            "getMe" => Well(new JsonObject { ["id"] = 123456789, ["is_bot"] = true, ["first_name"] = "Notes", ["username"] = "notes_bot", ["can_join_groups"] = JoinsGroups, ["can_read_all_group_messages"] = false, ["supports_inline_queries"] = false }),
            "sendMessage" => Send(body),
            "editMessageText" or "editMessageReplyMarkup" => Edit(body),
            "getUpdates" => await UpdatesAsync(body, context.RequestAborted),
            "setWebhook" => Hook(body),
            "deleteWebhook" => Unhook(),
            "getWebhookInfo" => Well(new JsonObject { ["url"] = Webhook ?? "", ["has_custom_certificate"] = false, ["pending_update_count"] = 0 }),
            "getMyName" or "setMyName" => Named(method, "name", body),
            "getMyDescription" or "setMyDescription" => Named(method, "description", body),
            "getMyShortDescription" or "setMyShortDescription" => Named(method, "short_description", body),
            "answerCallbackQuery" or "deleteMessage" or "deleteMessages" or "leaveChat" => Well(JsonValue.Create(true)),
            _ => Refused(new() { ["error_code"] = 404, ["description"] = "Not Found" }),
        };
    }

    /// <summary>Text 1-4096 characters, callback data 1-64 bytes: beyond these Telegram refuses.</summary>
    private IResult Send(JsonObject body)
    {
        if ((string?)body["text"] is not { Length: > 0 and <= 4096 } || body["parse_mode"] is not null || !KeyboardIsGood(body))
            return Refused(new() { ["error_code"] = 400, ["description"] = "Bad Request" });
        var message = new JsonObject { ["message_id"] = NextMessage(), ["date"] = 1, ["chat"] = new JsonObject { ["id"] = body["chat_id"]!.DeepClone(), ["type"] = "private" }, ["text"] = body["text"]!.DeepClone() };
        body["message_id"] = message["message_id"]!.DeepClone();
        lock (_messages)
            _messages[(int)message["message_id"]!] = body;
        return Well(message);
    }

    private IResult Edit(JsonObject body)
    {
        lock (_messages)
        {
            if (!_messages.TryGetValue((int)body["message_id"]!, out var sent) || !KeyboardIsGood(body))
                return Refused(new() { ["error_code"] = 400, ["description"] = "Bad Request: message to edit not found" });
            sent["reply_markup"] = body["reply_markup"]?.DeepClone();
        }
        return Well(new JsonObject { ["message_id"] = body["message_id"]!.DeepClone(), ["date"] = 1, ["chat"] = new JsonObject { ["id"] = body["chat_id"]!.DeepClone(), ["type"] = "private" } });
    }

    private static bool KeyboardIsGood(JsonObject body) => Buttons(body).All(b =>
        System.Text.Encoding.UTF8.GetByteCount((string)b["callback_data"]!) is >= 1 and <= 64 && ((string)b["text"]!).Length > 0);

    public static IReadOnlyList<JsonNode> Buttons(JsonObject body) =>
        body["reply_markup"]?["inline_keyboard"] is JsonArray rows ? [.. rows.SelectMany(r => r!.AsArray()).Select(b => b!)] : [];

    private async Task<IResult> UpdatesAsync(JsonObject body, CancellationToken gone)
    {
        Asked++;
        if ((int?)body["offset"] is { } offset)
        {
            Confirmed = offset;
            while (_updates.TryPeek(out var first) && (int)first["update_id"]! < offset)
                _updates.TryDequeue(out _);
        }
        for (var waited = 0; _updates.IsEmpty && Webhook is null && waited < 20; waited++)
            await Task.Delay(25, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // As Telegram does: nobody can ask while it calls an address.
        if (Webhook is not null)
            return Refused(new() { ["error_code"] = 409, ["description"] = "Conflict: can't use getUpdates method while webhook is active" });
        return Well(new JsonArray([.. _updates.Take((int?)body["limit"] ?? 100).Select(u => u.DeepClone())]));
    }

    private IResult Named(string method, string field, JsonObject body)
    {
        var of = (method[3..], (string?)body["language_code"] ?? "");
        if (method.StartsWith("get", StringComparison.Ordinal))
            return Well(new JsonObject { [field] = Names.GetValueOrDefault(of, "Before") });
        Names[of] = (string)body[field]!;
        return Well(JsonValue.Create(true));
    }

    private IResult Hook(JsonObject body)
    {
        (Webhook, Secret) = ((string?)body["url"], (string?)body["secret_token"]);
        return Well(JsonValue.Create(true));
    }

    private IResult Unhook()
    {
        Webhook = null;
        return Well(JsonValue.Create(true));
    }

    private static IResult Well(JsonNode result) => Results.Text(new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString(), "application/json");

    private static IResult Refused(JsonObject refusal)
    {
        var body = refusal.DeepClone().AsObject();
        body["ok"] = false;
        return Results.Text(body.ToJsonString(), "application/json", statusCode: (int)refusal["error_code"]!);
    }
}
