namespace RemedyBot.EndToEnd.Security;

/// <summary>One server for all tests of a class that leave nothing behind which another would notice.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    internal OurServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await OurServer.Start();

    public Task DisposeAsync() => Server.DisposeAsync().AsTask();
}
