using Microsoft.AspNetCore.Routing;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace RemedyBot.Channels.Telegram;

/// <summary>Telegram, by its Bot API: called by it where it can reach this server, else asking it.</summary>
public sealed class TelegramAdapter : IAppAdapter
{
    public const string AppName = "telegram";

    /// <summary>Ids in one call.</summary>
    private const int MostIds = 100;

    internal static readonly UpdateType[] Wanted = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    private readonly AppSettings _settings;
    private readonly AppParts _parts;
    private readonly TelegramBotClient _bot;

    /// <param name="settings">Without problems (<see cref="TelegramSettings"/>).</param>
    public TelegramAdapter(AppSettings settings, AppParts parts)
    {
        _settings = settings;
        _parts = parts;
        // The queue waits and tries again; a client that sleeps would hold the line for it.
        _bot = new(new TelegramBotClientOptions(TelegramSettings.Token(settings)!, TelegramSettings.Server(settings)) { RetryCount = 0, RetryThreshold = 0 }, parts.Http);
    }

    public string Name => AppName;

    /// <summary>Null where the bot keeps the name that its owner gave it.</summary>
    private TelegramProfile? Profile => _settings.Discreet ? new(_bot, _parts) : null;

    private bool Polls => TelegramSettings.Polls(_settings, _parts.PublicUrl);

    public void Map(IEndpointRouteBuilder routes, AppDoor door)
    {
        if (!Polls)
            TelegramWebhook.Map(routes, TelegramSettings.Secret(_settings), Desk(door), _parts);
    }

    public async Task RunAsync(AppDoor door, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var naming = Profile?.KeepAsync(door.Status, ended.Token) ?? Task.CompletedTask;
        try
        {
            await ReceiveAsync(door, stopping).ConfigureAwait(false);
            await naming.ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await naming.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReceiveAsync(AppDoor door, CancellationToken stopping)
    {
        if (Polls)
        {
            await new TelegramPolling(_bot, Desk(door), door, _parts.Time).RunAsync(stopping).ConfigureAwait(false);
            return;
        }
        await _bot.SetWebhook(TelegramWebhook.Address(_parts.PublicUrl!), allowedUpdates: Wanted, secretToken: TelegramSettings.Secret(_settings), cancellationToken: stopping).ConfigureAwait(false);
        door.Status.Hears(Name);
    }

    public IAsyncEnumerable<AppCheck> CheckAsync(CancellationToken cancellation) =>
        new TelegramChecks(_bot, Polls ? null : TelegramWebhook.Address(_parts.PublicUrl!), Profile).RunAsync(cancellation);

    public Task<Sending> SendAsync(Activity message, Parcel parcel, CancellationToken cancellation) => TelegramFailures.CatchAsync(
        async () =>
        {
            var chat = new ChatId(long.Parse(parcel.Conversation, System.Globalization.CultureInfo.InvariantCulture));
            var keyboard = TelegramKeyboard.Of(message.SuggestedActions, parcel.Turn);
            if (parcel.Edits is { } edited && await TicksAsync(chat, edited, message, parcel, cancellation).ConfigureAwait(false))
                return new(SendResult.Sent);
            var sent = await _bot.SendMessage(
                chat,
                message.Text!,
                replyMarkup: keyboard,
                // Nobody looks up the links of a person in danger but the person.
                linkPreviewOptions: new() { IsDisabled = true },
                disableNotification: _settings.Discreet,
                cancellationToken: cancellation).ConfigureAwait(false);
            return new(SendResult.Sent, Id: TelegramInbox.Number(sent.Id));
        },
        cancellation);

    public Task<Sending> TakeBackAsync(IReadOnlyList<string> ids, Parcel parcel, CancellationToken cancellation) => TelegramFailures.CatchAsync(
        async () =>
        {
            var chat = new ChatId(long.Parse(parcel.Conversation, System.Globalization.CultureInfo.InvariantCulture));
            foreach (var some in ids.Select(TelegramInbox.Number).OfType<int>().Chunk(MostIds))
                if (!await TelegramFailures.IsTakenAsync(() => _bot.DeleteMessages(chat, some, cancellation)).ConfigureAwait(false))
                    // One that is too old spoils the whole call.
                    foreach (var id in some)
                        await TelegramFailures.IsTakenAsync(() => _bot.DeleteMessage(chat, id, cancellation)).ConfigureAwait(false);
            return new(SendResult.Sent);
        },
        cancellation);

    /// <summary>The ticks under the question that was tapped; false where that message cannot be changed any more.</summary>
    private Task<bool> TicksAsync(ChatId chat, string edited, Activity message, Parcel parcel, CancellationToken cancellation) =>
        TelegramInbox.Number(edited) is { } id
            ? TelegramFailures.IsTakenAsync(() => _bot.EditMessageText(
                chat, id, message.Text!, linkPreviewOptions: new() { IsDisabled = true }, replyMarkup: TelegramKeyboard.Of(message.SuggestedActions, parcel.Turn), cancellationToken: cancellation))
            : Task.FromResult(false);

    private TelegramDesk Desk(AppDoor door) => new(_bot, door, _parts, _settings.Discreet);
}
