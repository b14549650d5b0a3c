using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.Connector;

/// <summary>What the Connector's endpoint is given by the program.</summary>
public sealed record ConnectorParts(ConnectorOptions Options, ActivityTurn Turn, IPushes Pushes, PushQueue Queue, HttpClient Http, TimeProvider Time);
