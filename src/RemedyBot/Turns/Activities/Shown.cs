using RemedyBot.Channels.Activities;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Turns.Activities;

/// <summary>The bot's messages as Activities, as one channel shows them.</summary>
/// <param name="discreet">Each begins with a line that tells nothing.</param>
public sealed class Shown(ChannelLimits limits, Catalog catalog, bool discreet = false)
{
    public IReadOnlyList<Activity> Of(IEnumerable<OutMessage> messages, string language) =>
        Joined.Of([.. messages.SelectMany(m => Of(m, language))], limits, discreet ? catalog.Render(language, "apps/first-line") : null);

    public IReadOnlyList<Activity> Of(OutMessage message, string language)
    {
        var tongue = message.Language ?? language;
        var words = new LayoutWords(catalog.Render(tongue, "common/done"), discreet ? catalog.Render(tongue, "apps/first-line") : null);
        return Layout.Of(message.Text, tongue, Questions.Of(message), limits, words);
    }
}
