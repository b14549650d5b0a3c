using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.Apps;

/// <summary>A sentence from the catalogs.</summary>
/// <param name="languages">BCP 47 tags, best first.</param>
public delegate string AppText(IReadOnlyList<string> languages, string key);

/// <summary>What the messaging apps are given by the program.</summary>
public sealed record AppParts(ActivityTurn Turn, IPushes Pushes, ChannelTable Table, AppText Text, HttpClient Http, TimeProvider Time, ILogger Log)
{
    /// <summary>Where apps reach this server; null: they are asked instead.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>BCP 47 tags of the languages that are spoken.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}
