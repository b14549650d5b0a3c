using System.Globalization;
using System.Runtime.CompilerServices;
using RemedyBot.Channels.Apps;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace RemedyBot.Channels.Telegram;

/// <summary>Step by step: is the token known, may the bot be seen, does Telegram find us.</summary>
/// <param name="webhook">Where Telegram has to call; null where it is asked.</param>
/// <param name="profile">Of discreet mode; null without it.</param>
internal sealed class TelegramChecks(ITelegramBotClient bot, string? webhook, TelegramProfile? profile)
{
    public async IAsyncEnumerable<AppCheck> RunAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new("settings", Detail: webhook is null ? "polling" : "webhook");
        var (me, problem) = await TryAsync(() => bot.GetMe(cancellation), cancellation).ConfigureAwait(false);
        yield return new("getMe", problem, me?.Username is { } name ? "@" + name : null);
        if (me is null)
            yield break;
        yield return new("groups", Detail: me.CanJoinGroups ? "the bot may be added to groups, and leaves them at once. Better turn that off at BotFather (/setjoingroups)" : null);
        var (registered, unseen) = await TryAsync(() => bot.GetWebhookInfo(cancellation), cancellation).ConfigureAwait(false);
        if (registered is null)
            yield return new("webhook", unseen);
        else
            yield return Webhook(registered);
        if (profile is not null)
            yield return await NameAsync(profile, cancellation).ConfigureAwait(false);
    }

    private static async Task<AppCheck> NameAsync(TelegramProfile profile, CancellationToken cancellation)
    {
        var (other, unseen) = await TryAsync(async () => await profile.OtherAsync(cancellation).ConfigureAwait(false) ?? "", cancellation).ConfigureAwait(false);
        return new("name", unseen ?? (other!.Length > 0 ? $"people see another name or description than the neutral one ({other}). `serve` sets it when it starts, and tries until Telegram takes it" : null));
    }

    private AppCheck Webhook(WebhookInfo at)
    {
        var waiting = string.Create(CultureInfo.InvariantCulture, $"{at.PendingUpdateCount} waiting");
        if (webhook is null)
            return new("webhook", at.Url.Length > 0 ? "Telegram calls an address, so nobody can ask it. `serve` removes that when it starts" : null, waiting);
        return new(
            "webhook",
            at.Url.Length == 0 ? "Telegram has no address to call. `serve` sets it when it starts"
            : at.Url != webhook ? "Telegram calls another address than publicUrl says. `serve` sets it when it starts"
            : at.LastErrorDate is { } when && at.PendingUpdateCount > 0 ? $"Telegram could not call it, last on {when.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. Look at the certificate and the proxy" : null,
            waiting);
    }

    private static async Task<(T? Answer, string? Problem)> TryAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return (await call().ConfigureAwait(false), null);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return (null, TelegramFailures.Sentence(e));
        }
    }
}
