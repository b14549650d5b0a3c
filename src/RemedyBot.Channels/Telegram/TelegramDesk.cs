using RemedyBot.Channels.Apps;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace RemedyBot.Channels.Telegram;

/// <summary>Takes one update, whichever way it came, and does what Telegram expects around it.</summary>
internal sealed class TelegramDesk(ITelegramBotClient bot, AppDoor door, AppParts parts, bool discreet)
{
    private const string Alone = "apps/group";
    private const string Busy = "errors/busy";
    private const string Fast = "errors/too-fast";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="behind">It came before an earlier one of the same chat was answered.</param>
    public async Task<AppTaking> TakeAsync(Update update, bool behind = false)
    {
        if (TelegramInbox.Group(update) is { } group)
        {
            Aside(cancellation => LeaveAsync(group, update, cancellation));
            return AppTaking.Taken;
        }
        var inbound = TelegramInbox.Read(update);
        var taking = inbound is null ? AppTaking.Taken : await door.TakeAsync(inbound with { Behind = behind }).ConfigureAwait(false);
        if (taking is AppTaking.Taken && update.CallbackQuery is { } tap)
            Aside(cancellation => TappedAsync(tap, inbound, cancellation));
        return taking;
    }

    /// <summary>It is not read: says so.</summary>
    public async Task<AppTaking> TooFastAsync(Update update) => TelegramInbox.Group(update) is null && TelegramInbox.Read(update) is { } inbound
        ? await door.TakeAsync(inbound with { Text = null, Question = null, Begins = false, Unreadable = false, Unread = true, Notice = Fast }).ConfigureAwait(false)
        : AppTaking.Taken;

    /// <summary>There is no room for it, and it is left: says so.</summary>
    public async Task<AppTaking> NoRoomAsync(Update update)
    {
        if (TelegramInbox.Group(update) is null && TelegramInbox.Read(update) is { } inbound)
            await door.LeaveAsync(inbound, Busy).ConfigureAwait(false);
        return AppTaking.Taken;
    }

    /// <summary>What is only polite keeps nobody waiting.</summary>
    private void Aside(Func<CancellationToken, Task> work) => _ = Task.Run(async () =>
    {
        using var patience = new CancellationTokenSource(Patience, parts.Time);
        await work(patience.Token).ConfigureAwait(false);
    });

    /// <summary>Ends the little clock on the button. What was answered loses its buttons, but for ticks, which go on.</summary>
    private async Task TappedAsync(CallbackQuery tap, AppInbound? inbound, CancellationToken cancellation)
    {
        await TelegramFailures.QuietAsync(() => bot.AnswerCallbackQuery(tap.Id, cancellationToken: cancellation)).ConfigureAwait(false);
        if (inbound is { Text: { } value } && !value.StartsWith('+') && tap.Message is { } message)
            await TelegramFailures.QuietAsync(() => bot.EditMessageReplyMarkup(message.Chat.Id, message.Id, cancellationToken: cancellation)).ConfigureAwait(false);
    }

    /// <summary>Whoever else is in a group would read along. In discreet mode it goes without a word.</summary>
    private async Task LeaveAsync(Chat group, Update update, CancellationToken cancellation)
    {
        IReadOnlyList<string> languages = TelegramInbox.Tag(update.Message?.From ?? update.MyChatMember?.From) is { } tag ? [tag] : [];
        if (!discreet)
            await TelegramFailures.QuietAsync(() => bot.SendMessage(group.Id, parts.Text(languages, Alone), cancellationToken: cancellation)).ConfigureAwait(false);
        await TelegramFailures.QuietAsync(() => bot.LeaveChat(group.Id, cancellation)).ConfigureAwait(false);
    }
}
