using RemedyBot.Channels.Signal;
using RemedyBot.Channels.Sms;
using RemedyBot.Channels.Telegram;
using RemedyBot.Channels.WhatsApp;

namespace RemedyBot.Channels.Apps;

/// <summary>The messaging apps that this program can speak to: a line for each.</summary>
public static class AppAdapters
{
    private static readonly SortedDictionary<string, Kind> Known = new(StringComparer.Ordinal)
    {
        ["signal"] = new(SignalOptions.Keys, s => SignalOptions.Of(s).Problems(), (s, p) => new SignalAdapter(s, p)),
        ["sms"] = new(SmsGateway.Keys, s => SmsGateway.Of(s).Problems(), (s, p) => new SmsAdapter(s, p)),
        [TelegramAdapter.AppName] = new(TelegramSettings.Keys, TelegramSettings.Problems, (settings, parts) => new TelegramAdapter(settings, parts)),
        ["whatsapp"] = new(WhatsAppOptions.Keys, s => WhatsAppOptions.Of(s).Problems(), (s, p) => new WhatsAppAdapter(s, p)),
    };

    /// <summary>Their names, as they stand in the settings `channels:NAME`.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>What is wrong with the settings of one, each a sentence without a value in it.</summary>
    public static IEnumerable<string> Problems(AppSettings settings) => Known.TryGetValue(settings.Name, out var kind)
        ? settings.Values.Keys.Where(k => !kind.Keys.Contains(k, StringComparer.OrdinalIgnoreCase)).Select(k => $"channels:{settings.Name}:{k} is no setting of this channel. It has: {string.Join(", ", kind.Keys)}.").Concat(kind.Problems(settings))
        : [$"channels:{settings.Name} is no channel that is known here. Known: {string.Join(", ", Names)}."];

    /// <param name="settings">Without problems.</param>
    public static IAppAdapter Open(AppSettings settings, AppParts parts) => Known[settings.Name].Open(settings, parts);

    /// <param name="Keys">The settings that it knows.</param>
    private sealed record Kind(IReadOnlyList<string> Keys, Func<AppSettings, IEnumerable<string>> Problems, Func<AppSettings, AppParts, IAppAdapter> Open);
}
