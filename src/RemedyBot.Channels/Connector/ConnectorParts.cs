using RemedyBot.Channels.Activities;
using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.Connector;

/// <summary>What the Connector's endpoint is given by the program.</summary>
public sealed record ConnectorParts(ConnectorOptions Options, ActivityTurn Turn, IPushes Pushes, PushQueue Queue, HttpClient Http, TimeProvider Time)
{
    /// <summary>What its channels can show and do.</summary>
    public required ChannelTable Table { get; init; }

    public required AppText Text { get; init; }
}
