namespace RemedyBot.Channels.Connector;

/// <summary>Where replies may go: what keeps a forged address from fetching our token, or from making us call the network behind us.</summary>
public sealed class ServiceHosts(ConnectorOptions options)
{
    /// <summary>The address to send to, or null where nothing may be sent.</summary>
    /// <param name="insecure">The Activity came without a token: then only this machine may be answered.</param>
    public Uri? Find(string? serviceUrl, bool insecure)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            return null;
        var plain = address.Scheme == Uri.UriSchemeHttp && address.IsLoopback;
        if (insecure)
            return plain ? address : null;
        return (plain || address.Scheme == Uri.UriSchemeHttps) && options.ServiceHosts.Any(h => Fits(h, address)) ? address : null;
    }

    private static bool Fits(string host, Uri address) => host.StartsWith("*.", StringComparison.Ordinal)
        ? address.Port == 443 && address.IdnHost.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase) && address.IdnHost.Length > host.Length - 1
        : string.Equals(host, address.IdnHost, StringComparison.OrdinalIgnoreCase) || string.Equals(host, address.Authority, StringComparison.OrdinalIgnoreCase);
}
