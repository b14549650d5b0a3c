namespace RemedyBot.Channels.Activities;

/// <summary>The limits of every channel that somebody looked up; of others nothing is supposed but little.</summary>
/// <param name="apps">Of apps that are spoken to by their own interface, by name.</param>
/// <param name="connector">Of channels behind a Connector, by their id there.</param>
public sealed class ChannelTable(IReadOnlyDictionary<string, ChannelLimits> apps, IReadOnlyDictionary<string, ChannelLimits> connector)
{
    public static ChannelTable Empty { get; } = new(new Dictionary<string, ChannelLimits>(), new Dictionary<string, ChannelLimits>());

    /// <summary>All of them, and what holds where nobody looked.</summary>
    public IEnumerable<ChannelLimits> All => [.. apps.Values, .. connector.Values, ChannelLimits.App];

    public IReadOnlyDictionary<string, ChannelLimits> Apps => apps;

    public IReadOnlyDictionary<string, ChannelLimits> Connector => connector;

    /// <param name="channelId">As it stands in a conversation's key; null for a page.</param>
    public ChannelLimits Of(string? channelId) =>
        channelId is null ? ChannelLimits.Web
        : Channels.Apps.AppPlaces.NameOf(channelId) is { } app ? apps.GetValueOrDefault(app, ChannelLimits.App)
        : connector.GetValueOrDefault(channelId, ChannelLimits.App);
}
