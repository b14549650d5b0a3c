using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.Apps;

/// <summary>A sentence that a channel's door says before what the bot answers.</summary>
internal static class Notice
{
    /// <param name="key">Of the sentence.</param>
    /// <param name="language">What the app tells of the person; their conversation's own goes before it.</param>
    /// <param name="first">Key of the line that it begins with, which tells nothing; null for none.</param>
    public static Activity Of(AppText text, string key, ActivityReply reply, string? language, string? first)
    {
        IReadOnlyList<string> languages = [.. reply.Activities.Select(a => a.Locale).Append(language).OfType<string>().Take(1)];
        var before = first is null ? "" : text(languages, first) + "\n\n";
        return new() { Type = ActivityTypes.Message, Text = before + text(languages, key), TextFormat = "plain", Locale = languages.Count > 0 ? languages[0] : null };
    }
}
