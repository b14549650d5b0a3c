using RemedyBot.Channels.Activities;
using RemedyBot.Localization.Catalogs;

namespace RemedyBot.Turns.Activities;

/// <summary>The bot's messages as Activities, as one channel shows them.</summary>
/// <param name="discreet">Each begins with a line that tells nothing.</param>
public sealed class Shown(ChannelLimits limits, Catalog catalog, bool discreet = false)
{
    public IReadOnlyList<Activity> Of(IEnumerable<OutMessage> messages, string language) =>
        Joined.Of([.. messages.SelectMany(m => Of(m, language))], limits, discreet ? catalog.Render(language, limits.FirstLine) : null);

    public IReadOnlyList<Activity> Of(OutMessage message, string language)
    {
        if (message.Quiet)
            return [];
        var tongue = message.Language ?? language;
        var words = Words(catalog, tongue, discreet ? limits.FirstLine : null);
        if (message.Human is not { } name)
            return Layout.Of(message.Text, tongue, Questions.Of(message), limits, words);
        // An app shows no name beside a message, so it stands in it: nobody shall take a human for the program.
        var text = limits.Names ? message.Text : catalog.Render(tongue, "web/human", new Dictionary<string, Arg> { ["name"] = new Arg.Words(name) }) + "\n" + message.Text;
        var from = new ChannelAccount { Id = Agent(message.Talk ?? ""), Name = name, Role = ChannelAccount.Bot };
        return [.. Layout.Of(text, tongue, Questions.Of(message), limits, words).Select(a => a with { From = from })];
    }

    /// <summary>What a layout needs from the catalogs.</summary>
    /// <param name="firstLine">The text that comes before any other where one is discreet; null where not.</param>
    public static LayoutWords Words(Catalog catalog, string language, string? firstLine) => new(catalog.Render(language, "common/done"), firstLine is null ? null : catalog.Render(language, firstLine))
    {
        Ways = wishes => catalog.Render(language, "apps/ways", new Dictionary<string, Arg> { ["ways"] = new Arg.Words(string.Join(" / ", wishes.Select(w => catalog.Render(language, "apps/way." + w)))) }),
    };

    /// <summary>The same for all of a talk, and no worker's name.</summary>
    private static string Agent(string talk)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(talk));
        return "agent-" + Convert.ToHexStringLower(hash.AsSpan(0, 4));
    }
}
