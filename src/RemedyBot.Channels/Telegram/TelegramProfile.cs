using RemedyBot.Channels.Apps;
using Telegram.Bot;

namespace RemedyBot.Channels.Telegram;

/// <summary>How the bot calls and describes itself in discreet mode: what is seen in the list of chats. Written only where it differs, since Telegram counts changes.</summary>
internal sealed class TelegramProfile(ITelegramBotClient bot, AppParts parts)
{
    private const string Source = "en";

    public async Task ApplyAsync(CancellationToken cancellation)
    {
        // Telegram's own key for everybody else is the empty one.
        foreach (var (tag, code) in parts.Languages.Where(t => t.Length == 2 && t != Source).Select(t => (t, t)).Prepend((Source, "")))
        {
            var (name, about) = (parts.Text([tag], "apps/name"), parts.Text([tag], "apps/about"));
            await TelegramFailures.QuietAsync(() => ApplyAsync(name, about, code, cancellation)).ConfigureAwait(false);
        }
    }

    private async Task ApplyAsync(string name, string about, string code, CancellationToken cancellation)
    {
        if ((await bot.GetMyName(code, cancellation).ConfigureAwait(false)).Name != name)
            await bot.SetMyName(name, code, cancellation).ConfigureAwait(false);
        if ((await bot.GetMyDescription(code, cancellation).ConfigureAwait(false)).Description != about)
            await bot.SetMyDescription(about, code, cancellation).ConfigureAwait(false);
        if ((await bot.GetMyShortDescription(code, cancellation).ConfigureAwait(false)).ShortDescription != about)
            await bot.SetMyShortDescription(about, code, cancellation).ConfigureAwait(false);
    }
}
