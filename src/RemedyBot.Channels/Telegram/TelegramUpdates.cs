using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace RemedyBot.Channels.Telegram;

/// <summary>Reads what Telegram sends, each update by itself: one of a kind that the library does not know yet keeps back no other.</summary>
internal static class TelegramUpdates
{
    /// <returns>By their numbers; no update where one cannot be read.</returns>
    public static async Task<IReadOnlyList<(int Id, Update? Update)>> AskAsync(ITelegramBotClient bot, GetUpdatesRequest question, CancellationToken cancellation)
    {
        var all = await bot.SendRequest(new Raw(question), cancellation).ConfigureAwait(false);
        return [.. all.Select(json => (Number(json), Read(() => json.Deserialize<Update>(JsonBotAPI.Options)))).Where(u => u.Item1 > 0).OrderBy(u => u.Item1)];
    }

    /// <summary>Null: it cannot be read, and would not the next time either.</summary>
    public static Update? Read(byte[] body) => Read(() => JsonSerializer.Deserialize<Update>(body, JsonBotAPI.Options));

    private static int Number(JsonElement json) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty("update_id", out var id) && id.ValueKind is JsonValueKind.Number && id.TryGetInt32(out var number) ? number : 0;

    private static Update? Read(Func<Update?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The same call, its answer not read yet.</summary>
    private sealed class Raw(GetUpdatesRequest question) : IRequest<JsonElement[]>
    {
        public HttpMethod HttpMethod => question.HttpMethod;

        public string MethodName => question.MethodName;

        public bool IsWebhookResponse { get; set; }

        public HttpContent? ToHttpContent() => question.ToHttpContent();
    }
}
