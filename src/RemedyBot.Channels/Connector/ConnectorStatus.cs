namespace RemedyBot.Channels.Connector;

/// <summary>How the Connector stands, for whoever watches over the server.</summary>
public sealed class ConnectorStatus
{
    private readonly Func<IEnumerable<string>> _problems;

    internal ConnectorStatus(Func<IEnumerable<string>> problems) => _problems = problems;

    /// <summary>A sentence each; empty where all is well.</summary>
    public IEnumerable<string> Problems => _problems();
}
