using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.Apps;

/// <summary>A sentence that a channel's door says before what the bot answers.</summary>
internal static class Notice
{
    private const string FirstLine = "apps/first-line";

    /// <param name="key">Of the sentence.</param>
    /// <param name="language">What the app tells of the person; their conversation's own goes before it.</param>
    /// <param name="discreet">It begins with a line that tells nothing.</param>
    public static Activity Of(AppText text, string key, ActivityReply reply, string? language, bool discreet)
    {
        IReadOnlyList<string> languages = [.. reply.Activities.Select(a => a.Locale).Append(language).OfType<string>().Take(1)];
        var first = discreet ? text(languages, FirstLine) + "\n\n" : "";
        return new() { Type = ActivityTypes.Message, Text = first + text(languages, key), TextFormat = "plain", Locale = languages.Count > 0 ? languages[0] : null };
    }
}
