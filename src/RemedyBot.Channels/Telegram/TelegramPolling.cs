using RemedyBot.Channels.Apps;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace RemedyBot.Channels.Telegram;

/// <summary>Asks Telegram for what has come. What was not taken is asked for again; Telegram forgets only what was.</summary>
internal sealed class TelegramPolling(ITelegramBotClient bot, TelegramDesk desk, AppDoor door, TimeProvider time)
{
    /// <summary>Seconds that Telegram holds the line where nothing has come.</summary>
    private const int Line = 50;
    private const int Most = 100;

    /// <summary>Tries for one message, before it is left so that others are heard.</summary>
    private const int Tries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken stopping)
    {
        // Telegram answers nobody who asks while it has somebody to call.
        await GuardedAsync(() => bot.DeleteWebhook(dropPendingUpdates: false, stopping), stopping).ConfigureAwait(false);
        int? next = null;
        while (!stopping.IsCancellationRequested)
        {
            Update[] updates = [];
            if (!await GuardedAsync(async () => updates = await bot.GetUpdates(next, Most, Line, TelegramAdapter.Wanted, stopping).ConfigureAwait(false), stopping).ConfigureAwait(false))
                continue;
            door.Status.Works(TelegramAdapter.AppName);
            // One chat after its own order, many chats at once.
            await Task.WhenAll(updates.GroupBy(Chat).Select(chat => TakeAsync(chat.OrderBy(u => u.Id), stopping))).ConfigureAwait(false);
            if (updates.Length > 0)
                next = updates.Max(u => u.Id) + 1;
        }
    }

    private async Task TakeAsync(IEnumerable<Update> updates, CancellationToken stopping)
    {
        foreach (var update in updates)
            for (var tried = 1; !await IsTakenAsync(update, last: tried == Tries, stopping).ConfigureAwait(false); tried++)
                await Task.Delay(Pause * tried, time, stopping).ConfigureAwait(false);
    }

    private async Task<bool> IsTakenAsync(Update update, bool last, CancellationToken stopping)
    {
        try
        {
            return await desk.TakeAsync(update, stopping).ConfigureAwait(false) is AppTaking.Taken || last;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            door.Status.Fails(TelegramAdapter.AppName, $"a message could not be taken ({e.GetType().Name})");
            return last;
        }
    }

    /// <summary>False: it failed, was told of and waited for.</summary>
    private async Task<bool> GuardedAsync(Func<Task> call, CancellationToken stopping)
    {
        try
        {
            await call().ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            door.Status.Fails(TelegramAdapter.AppName, TelegramFailures.Sentence(e));
            await Task.Delay(TelegramFailures.Meaning(e).After ?? Pause * 3, time, stopping).ConfigureAwait(false);
            return false;
        }
    }

    private static long Chat(Update update) => (update.Message ?? update.EditedMessage ?? update.CallbackQuery?.Message)?.Chat.Id ?? update.MyChatMember?.Chat.Id ?? 0;
}
