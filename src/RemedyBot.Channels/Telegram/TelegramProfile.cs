using RemedyBot.Channels.Apps;
using Telegram.Bot;

namespace RemedyBot.Channels.Telegram;

/// <summary>How the bot calls and describes itself in discreet mode: what is seen in the list of chats. Written only where it differs, since Telegram counts changes.</summary>
internal sealed class TelegramProfile(ITelegramBotClient bot, AppParts parts)
{
    /// <summary>In the status a line of its own: a message that comes does not say that the name is right.</summary>
    public const string Line = "telegram name";

    private const string Source = "en";
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Tries until Telegram has taken all of it: before that, people's lists of chats show the other name.</summary>
    public async Task KeepAsync(AppStatus status, CancellationToken cancellation)
    {
        status.Add(Line);
        for (var pause = Pause; !await ApplyAsync(cancellation).ConfigureAwait(false); pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            status.CannotSend(Line, "the neutral name and description are not all there yet, and are tried again");
            await Task.Delay(pause, parts.Time, cancellation).ConfigureAwait(false);
        }
        status.Sends(Line);
    }

    /// <summary>Changes nothing: the language in which people see another name or description, `en` standing for all others; null for none.</summary>
    public async Task<string?> OtherAsync(CancellationToken cancellation)
    {
        foreach (var (tag, code, name, about) in Wanted())
            if ((await bot.GetMyName(code, cancellation).ConfigureAwait(false)).Name != name
                || (await bot.GetMyDescription(code, cancellation).ConfigureAwait(false)).Description != about
                || (await bot.GetMyShortDescription(code, cancellation).ConfigureAwait(false)).ShortDescription != about)
                return tag;
        return null;
    }

    // Telegram's own key for everybody else is the empty one.
    private IEnumerable<(string Tag, string Code, string Name, string About)> Wanted() =>
        parts.Languages.Where(t => t.Length == 2 && t != Source).Select(t => (t, t)).Prepend((Source, "")).Select(t => (t.Item1, t.Item2, parts.Text([t.Item1], "apps/name"), parts.Text([t.Item1], "apps/about")));

    /// <summary>Each for itself: one that Telegram refuses for now holds up no other.</summary>
    private async Task<bool> ApplyAsync(CancellationToken cancellation)
    {
        var all = true;
        foreach (var (_, code, name, about) in Wanted())
        {
            all &= await TelegramFailures.QuietAsync(async () =>
            {
                if ((await bot.GetMyName(code, cancellation).ConfigureAwait(false)).Name != name)
                    await bot.SetMyName(name, code, cancellation).ConfigureAwait(false);
            }).ConfigureAwait(false);
            all &= await TelegramFailures.QuietAsync(async () =>
            {
                if ((await bot.GetMyDescription(code, cancellation).ConfigureAwait(false)).Description != about)
                    await bot.SetMyDescription(about, code, cancellation).ConfigureAwait(false);
            }).ConfigureAwait(false);
            all &= await TelegramFailures.QuietAsync(async () =>
            {
                if ((await bot.GetMyShortDescription(code, cancellation).ConfigureAwait(false)).ShortDescription != about)
                    await bot.SetMyShortDescription(about, code, cancellation).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        return all;
    }
}
