using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace RemedyBot.Channels.Telegram;

/// <summary>`POST /channels/telegram`: an update, taken when its turn is durable.</summary>
internal static class TelegramWebhook
{
    public const string Path = "/channels/telegram";
    private const string Header = "X-Telegram-Bot-Api-Secret-Token";

    public static string Address(Uri publicUrl) => new Uri(publicUrl, Path).AbsoluteUri;

    public static void Map(IEndpointRouteBuilder routes, string secret, TelegramDesk desk, AppParts parts)
    {
        var expected = Encoding.UTF8.GetBytes(secret);
        routes.MapPost(Path, async context =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.StatusCode = IsTelegram(context, expected) ? await TakeAsync(context, desk, parts).ConfigureAwait(false) : StatusCodes.Status401Unauthorized;
        });
    }

    private static bool IsTelegram(HttpContext context, byte[] expected) =>
        context.Request.Headers[Header] is [{ } given] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), expected);

    private static async Task<int> TakeAsync(HttpContext context, TelegramDesk desk, AppParts parts)
    {
        try
        {
            var (body, status) = await BodyReader.ReadAsync(context, parts.Time, parts.Table.Of(AppPlaces.Of(TelegramAdapter.AppName)).Call).ConfigureAwait(false);
            // What cannot be read would come again for ever, and keep back what the person says next.
            if (body is null)
                return status is StatusCodes.Status413PayloadTooLarge ? StatusCodes.Status200OK : status;
            if (Read(body) is not { } update)
                return StatusCodes.Status200OK;
            return await desk.TakeAsync(update, CancellationToken.None).ConfigureAwait(false) is AppTaking.Taken ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The type only: an exception's text may quote what was said.
            parts.Log.LogError("A message from Telegram failed with a {Failure}", e.GetType().Name);
            return StatusCodes.Status500InternalServerError;
        }
    }

    private static Update? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Update>(body, JsonBotAPI.Options);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
