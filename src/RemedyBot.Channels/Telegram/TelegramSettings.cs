using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Telegram;

/// <summary>The settings `channels:telegram`.</summary>
public static partial class TelegramSettings
{
    /// <summary>`token` from BotFather; `url` of a Bot API server of one's own; `polling` where Telegram cannot reach us; `discreet`.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["token", "url", "polling", "discreet"];

    /// <summary>Sentences without a value in them.</summary>
    public static IEnumerable<string> Problems(AppSettings settings)
    {
        if (settings["token"] is not { } token || !Shape().IsMatch(token))
            yield return "channels:telegram:token (or tokenFile) is missing or no token. BotFather gives one when a bot is made: digits, a colon, letters.";
        if (settings["url"] is not null && (settings.Address("url") is not { } url || (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)))
            yield return "channels:telegram:url takes the https address of a Bot API server, or one on this machine.";
        foreach (var key in (string[])["polling", "discreet"])
            if (settings[key] is { } flag && !bool.TryParse(flag, out _))
                yield return $"channels:telegram:{key} takes true or false.";
    }

    internal static string? Token(AppSettings settings) => settings["token"];

    /// <summary>Null for Telegram's own.</summary>
    internal static string? Server(AppSettings settings) => settings.Address("url")?.GetLeftPart(UriPartial.Authority);

    /// <summary>Telegram calls https addresses only.</summary>
    internal static bool Polls(AppSettings settings, Uri? publicUrl) => settings.Is("polling") || publicUrl?.Scheme != Uri.UriSchemeHttps;

    /// <summary>What Telegram has to say when it calls us: drawn from the token, so that nothing is kept and every restart knows it.</summary>
    internal static string Secret(AppSettings settings) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token(settings)!), "remedybot/1/telegram-webhook"u8));

    [GeneratedRegex(@"^\d{1,20}:[A-Za-z0-9_-]{20,100}$")]
    private static partial Regex Shape();
}
