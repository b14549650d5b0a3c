using RemedyBot.Channels.Apps;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace RemedyBot.Channels.Telegram;

/// <summary>Takes one update, whichever way it came, and does what Telegram expects around it.</summary>
internal sealed class TelegramDesk(ITelegramBotClient bot, AppDoor door, AppParts parts, bool discreet)
{
    private const string Alone = "apps/group";

    public async Task<AppTaking> TakeAsync(Update update, CancellationToken cancellation)
    {
        if (TelegramInbox.Group(update) is { } group)
        {
            await LeaveAsync(group, update, cancellation).ConfigureAwait(false);
            return AppTaking.Taken;
        }
        var inbound = TelegramInbox.Read(update);
        var taking = inbound is null ? AppTaking.Taken : await door.TakeAsync(inbound).ConfigureAwait(false);
        if (taking is AppTaking.Taken && update.CallbackQuery is { } tap)
            await TappedAsync(tap, inbound, cancellation).ConfigureAwait(false);
        return taking;
    }

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
