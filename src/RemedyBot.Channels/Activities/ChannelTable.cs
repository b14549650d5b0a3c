namespace RemedyBot.Channels.Activities;

/// <summary>The limits of every channel that somebody looked up; of others nothing is supposed but little.</summary>
/// <param name="apps">Of apps that are spoken to by their own interface, by name.</param>
/// <param name="connector">Of channels behind a Connector, by their id there.</param>
/// <param name="ways">The ways out of a question, the same everywhere.</param>
public sealed class ChannelTable(IReadOnlyDictionary<string, ChannelLimits> apps, IReadOnlyDictionary<string, ChannelLimits> connector, WaysOut ways)
{
    private readonly ChannelLimits _web = ChannelLimits.Web with { WaysOut = ways };
    private readonly ChannelLimits _unknown = ChannelLimits.App with { WaysOut = ways };

    public static ChannelTable Empty { get; } = new(new Dictionary<string, ChannelLimits>(), new Dictionary<string, ChannelLimits>(), WaysOut.None);

    /// <summary>All of them, and what holds where nobody looked.</summary>
    public IEnumerable<ChannelLimits> All => [.. apps.Values, .. connector.Values, _unknown];

    public IReadOnlyDictionary<string, ChannelLimits> Apps => apps;

    public IReadOnlyDictionary<string, ChannelLimits> Connector => connector;

    /// <param name="channelId">As it stands in a conversation's key; null for a page.</param>
    public ChannelLimits Of(string? channelId) =>
        channelId is null ? _web
        : Channels.Apps.AppPlaces.NameOf(channelId) is { } app ? apps.GetValueOrDefault(app, _unknown)
        : connector.GetValueOrDefault(channelId, _unknown);
}
