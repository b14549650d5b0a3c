using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Telegram;

/// <summary>`POST /channels/telegram`: an update, taken when its turn is durable.</summary>
internal static class TelegramWebhook
{
    public const string Path = "/channels/telegram";
    private const string Header = "X-Telegram-Bot-Api-Secret-Token";

    public static string Address(Uri publicUrl) => new Uri(publicUrl, Path).AbsoluteUri;

    public static void Map(IEndpointRouteBuilder routes, string secret, TelegramDesk desk, AppParts parts) => routes.MapWebhook(
        Path,
        TelegramAdapter.AppName,
        parts,
        (context, _) => context.Request.Headers[Header] is [{ } given] && Secrets.AreSame(given, secret),
        // What cannot be read would come again for ever, and keep back what the person says next.
        async (_, body) => TelegramUpdates.Read(body) is { } update && await desk.TakeAsync(update).ConfigureAwait(false) is AppTaking.Busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK,
        tooLong: StatusCodes.Status200OK);
}
