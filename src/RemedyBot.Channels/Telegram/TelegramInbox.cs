using System.Globalization;
using System.Text.RegularExpressions;
using RemedyBot.Channels.Apps;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace RemedyBot.Channels.Telegram;

/// <summary>What an update says. Nothing of it is kept but what the turn keeps: no name, no account, no phone.</summary>
internal static partial class TelegramInbox
{
    /// <summary>What a person sends that is no text. Everything else that is no text is Telegram's own notice.</summary>
    private static readonly HashSet<MessageType> Things =
    [
        MessageType.Photo, MessageType.Audio, MessageType.Video, MessageType.Voice, MessageType.Document, MessageType.Sticker, MessageType.Location, MessageType.Contact,
        MessageType.Venue, MessageType.Game, MessageType.VideoNote, MessageType.Animation, MessageType.Poll, MessageType.Dice, MessageType.Story, MessageType.PaidMedia,
    ];

    /// <summary>Null: it is nothing that a person said to the bot in a chat of two.</summary>
    public static AppInbound? Read(Update update) => update switch
    {
        { Message: { Chat.Type: ChatType.Private, From.IsBot: false } message } => Read(message),
        // A place that is shared for a while moves by itself: nobody changed a word.
        { EditedMessage: { Chat.Type: ChatType.Private, From.IsBot: false } message } when (message.Text ?? message.Caption) is not null => Of(message, "e" + Number(message.Id) + "." + Number(update.Id)) with { Edited = true },
        { CallbackQuery: { Message.Chat.Type: ChatType.Private } tap } when Tap.Read(tap.Data) is var (turn, value) => new(Number(tap.Message.Chat.Id), "c" + tap.Id)
        {
            Text = value,
            Question = turn,
            Tapped = Number(tap.Message.Id),
            Language = Tag(tap.From),
        },
        _ => null,
    };

    /// <summary>The group that it comes from; null for none.</summary>
    public static Chat? Group(Update update) => (update.Message?.Chat ?? update.CallbackQuery?.Message?.Chat ?? Joined(update.MyChatMember)) is { Type: ChatType.Group or ChatType.Supergroup } group ? group : null;

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static int? Number(string? id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? Tag(User? user) => string.IsNullOrEmpty(user?.LanguageCode) ? null : user.LanguageCode;

    private static AppInbound? Read(Message message) => message switch
    {
        // What stands behind /start comes from a link that anybody may have made: it is never looked at, and never a code.
        { Text: { } text } when Start().IsMatch(text) => Of(message, "m" + Number(message.Id)) with { Begins = true },
        { Text: { } text } => Of(message, "m" + Number(message.Id)) with { Text = Command().Match(text) is { Success: true } command ? command.Groups[1].Value : text },
        _ when Things.Contains(message.Type) => Of(message, "m" + Number(message.Id)) with { Text = message.Caption, Unreadable = true },
        _ => null,
    };

    private static AppInbound Of(Message message, string id) => new(Number(message.Chat.Id), id) { Language = Tag(message.From), Trace = Number(message.Id) };

    private static Chat? Joined(ChatMemberUpdated? change) => change?.NewChatMember.Status is ChatMemberStatus.Member or ChatMemberStatus.Administrator ? change.Chat : null;

    [GeneratedRegex(@"^/start(@\w+)?(\s.*)?$", RegexOptions.Singleline)]
    private static partial Regex Start();

    /// <summary>`/stop` is the wish "stop".</summary>
    [GeneratedRegex(@"^/([a-z]{2,12}(?:-[a-z]+)?)(?:@\w+)?$")]
    private static partial Regex Command();
}
