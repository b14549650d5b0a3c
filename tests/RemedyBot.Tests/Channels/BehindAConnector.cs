namespace RemedyBot.Tests.Channels;

/// <summary>A server and the Connector that it lives behind.</summary>
public sealed class BehindAConnector : IAsyncLifetime
{
    internal FakeConnector Connector { get; private set; } = null!;

    internal AServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Connector = await FakeConnector.Start();
        Server = await AServer.Start(Connector.Behind);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
