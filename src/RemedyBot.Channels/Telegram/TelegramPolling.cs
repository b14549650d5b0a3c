using System.Data.Common;
using System.Net;
using RemedyBot.Channels.Apps;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace RemedyBot.Channels.Telegram;

/// <summary>
/// Asks Telegram for what has come. Telegram forgets what stands before the number that is asked for, so that is the first which is not taken yet: whatever
/// happens here, it comes again.
/// </summary>
internal sealed class TelegramPolling(ITelegramBotClient bot, TelegramDesk desk, AppDoor door, TimeProvider time)
{
    /// <summary>Seconds that Telegram holds the line where nothing has come.</summary>
    private const int Line = 50;
    private const int Most = 100;

    /// <summary>Messages of one chat that may wait; whoever sends more holds up nobody else, and is told so.</summary>
    private const int MostOfOne = 20;

    /// <summary>Tries for one message that cannot be understood, or has no room, before it is left so that others are heard.</summary>
    private const int Tries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly PersonLanes _chats = new(MostOfOne, int.MaxValue);
    private readonly TelegramOffset _offset = new();
    private volatile bool _clogged;

    private enum Outcome
    {
        Taken,
        NoRoom,
        StoreFails,
        Unknown,
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await AskAsync(stopping).ConfigureAwait(false);
        }
        finally
        {
            await _chats.IdleAsync().ConfigureAwait(false);
        }
    }

    private async Task AskAsync(CancellationToken stopping)
    {
        var calls = true;
        while (!stopping.IsCancellationRequested)
        {
            // Telegram answers nobody who asks while it has somebody to call.
            calls = calls && await FailsAsync(() => bot.DeleteWebhook(dropPendingUpdates: false, stopping), stopping).ConfigureAwait(false) is not null;
            IReadOnlyList<(int Id, Update? Update)> updates = [];
            var question = new GetUpdatesRequest { Offset = _offset.Next, Limit = Most, Timeout = Line, AllowedUpdates = TelegramAdapter.Wanted };
            if (await FailsAsync(async () => updates = await TelegramUpdates.AskAsync(bot, question, stopping).ConfigureAwait(false), stopping).ConfigureAwait(false) is { } failure)
            {
                calls |= failure is ApiRequestException { ErrorCode: (int)HttpStatusCode.Conflict };
                continue;
            }
            if (!_offset.IsStuck)
                door.Status.Hears(TelegramAdapter.AppName);
            var news = updates.Count(u => _offset.Begin(u.Id) && IsTaken(u.Id, u.Update, stopping));
            // Nobody is heard any more behind those for whom there is no room.
            _clogged = updates.Count >= Most && news == 0;
            // What is under way, or has no place yet, comes again at once.
            if (updates.Count > 0 && news == 0)
                await Task.Delay(Pause, time, stopping).ConfigureAwait(false);
        }
    }

    /// <summary>False: it is to come again.</summary>
    private bool IsTaken(int id, Update? update, CancellationToken stopping)
    {
        if (update is null)
        {
            _offset.Done(id);
            return true;
        }
        // While nothing can be kept, nothing is left out either, nor what had to wait for that.
        var waits = _offset.IsStuck || _offset.WasLeft(id);
        var chat = TelegramInbox.Number(Chat(update));
        var behind = _chats.Has(chat);
        if (_chats.TryEnter(chat, () => TakeAsync(update, behind, stopping), () => waits ? Task.CompletedTask : TryAsync(() => desk.TooFastAsync(update))))
            return true;
        if (waits)
            _offset.Leave(id);
        else
            _offset.Done(id);
        return !waits;
    }

    private async Task TakeAsync(Update update, bool behind, CancellationToken stopping)
    {
        var outcome = await TryAsync(() => desk.TakeAsync(update, behind)).ConfigureAwait(false);
        var pause = Pause;
        for (var tried = 1; outcome is not Outcome.Taken && tried < Tries && !(outcome is Outcome.NoRoom && _clogged); tried += outcome is Outcome.StoreFails ? 0 : 1)
        {
            _offset.Stick(update.Id);
            await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
                return;
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            outcome = await TryAsync(() => desk.TakeAsync(update, behind)).ConfigureAwait(false);
        }
        if (outcome is Outcome.NoRoom)
            await TryAsync(() => desk.NoRoomAsync(update)).ConfigureAwait(false);
        _offset.Done(update.Id);
    }

    private async Task<Outcome> TryAsync(Func<Task<AppTaking>> take)
    {
        try
        {
            if (await take().ConfigureAwait(false) is AppTaking.Taken)
                return Outcome.Taken;
            door.Status.CannotHear(TelegramAdapter.AppName, "there is no room for some who write");
            return Outcome.NoRoom;
        }
        catch (Exception e)
        {
            door.Status.CannotHear(TelegramAdapter.AppName, $"a message could not be taken ({e.GetType().Name})");
            return e is DbException or IOException or TimeoutException ? Outcome.StoreFails : Outcome.Unknown;
        }
    }

    /// <summary>Null: it went well. Else it was told of and waited for.</summary>
    private async Task<Exception?> FailsAsync(Func<Task> call, CancellationToken stopping)
    {
        try
        {
            await call().ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            door.Status.CannotHear(TelegramAdapter.AppName, TelegramFailures.Sentence(e));
            await Task.Delay(TelegramFailures.Meaning(e).After ?? Pause * 3, time, stopping).ConfigureAwait(false);
            return e;
        }
    }

    private static long Chat(Update update) => (update.Message ?? update.EditedMessage ?? update.CallbackQuery?.Message)?.Chat.Id ?? update.MyChatMember?.Chat.Id ?? 0;
}
