using System.Runtime.CompilerServices;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Connector;

/// <summary>Step by step: can the Connector's keys be fetched, and a token of our own.</summary>
public static class ConnectorChecks
{
    public const string Name = "connector";

    /// <param name="options">Null where only programs on this machine may speak, so that there is neither key nor token.</param>
    public static async IAsyncEnumerable<AppCheck> RunAsync(ConnectorOptions? options, HttpClient http, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (options is null)
        {
            yield return new("settings", null, "loopback only, for tests");
            yield break;
        }

        yield return new("settings", options.AppPassword is null ? "connector:appPassword is missing: nothing can be answered" : null);
        var keys = new ChannelKeys(http, options.Metadata, time);
        await keys.RefreshAsync().WaitAsync(cancellation).ConfigureAwait(false);
        yield return new("keys", keys.Failing ? "the keys cannot be fetched (connector:metadata)" : null);
        using var tokens = new OutboundTokens(http, options, time);
        var token = await tokens.GetAsync(cancellation).ConfigureAwait(false);
        yield return new("token", token is null ? "no token is given to us. Look at connector:appId, connector:appPassword and connector:tenant" : null);
    }
}
