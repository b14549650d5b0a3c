using System.Globalization;
using System.Net;
using System.Net.Sockets;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Signal;

/// <summary>A running signal-cli, as the settings `channels:signal` name it. It holds the keys and reads everything, so it stands on this machine or behind TLS.</summary>
public sealed record SignalOptions
{
    /// <summary>`unix:/run/signal-cli/socket`, `tcp://127.0.0.1:7583`, or the `http` address of its web interface.</summary>
    public string Address { get; init; } = "";

    /// <summary>Our number or account id, where signal-cli serves several; null where it serves one.</summary>
    public string? Account { get; init; }

    /// <summary>After how long messages vanish from both sides once they were read; zero leaves it to the person.</summary>
    public TimeSpan Vanish { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The settings `channels:signal`.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["discreet", "address", "account", "vanish"];

    private const string UnixScheme = "unix:";
    private const string TcpScheme = "tcp";
    private const string Wrong = "wrong";

    public static SignalOptions Of(AppSettings settings)
    {
        var standard = new SignalOptions();
        var vanish = settings["vanish"];
        return new()
        {
            Address = settings["address"] ?? "",
            Account = settings["account"],
            Vanish = vanish is null ? standard.Vanish : TimeSpan.TryParseExact(vanish, ["c", "g"], CultureInfo.InvariantCulture, out var span) ? span : TimeSpan.MinValue,
        };
    }

    /// <summary>What keeps it from working, without a value in it; empty where nothing does.</summary>
    public IEnumerable<string> Problems()
    {
        if (Way is Wrong)
            yield return "channels:signal:address takes unix:/path, tcp://127.0.0.1:port or http://127.0.0.1:port of this machine, or an https address";
        if (Vanish < TimeSpan.Zero || Vanish > TimeSpan.FromDays(28))
            yield return "channels:signal:vanish takes a duration such as 7.00:00:00, at most four weeks, or 00:00:00";
    }

    /// <summary>The web interface's address; null for a socket.</summary>
    internal Uri? Web => Way is "http" ? new(Address) : null;

    /// <summary>Where the socket is; null for the web interface.</summary>
    internal EndPoint? Socket => Way switch
    {
        UnixScheme => new UnixDomainSocketEndPoint(Address[UnixScheme.Length..]),
        TcpScheme when new Uri(Address) is var url => IPAddress.TryParse(url.DnsSafeHost, out var address) ? new IPEndPoint(address, url.Port) : new IPEndPoint(IPAddress.Loopback, url.Port),
        _ => null,
    };

    private string Way =>
        Address.StartsWith(UnixScheme, StringComparison.Ordinal) && Address.Length > UnixScheme.Length ? UnixScheme
        : !Uri.TryCreate(Address, UriKind.Absolute, out var url) ? Wrong
        : url.Scheme == TcpScheme && url.IsLoopback && url.Port > 0 ? TcpScheme
        : url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback) ? "http"
        : Wrong;

    public override string ToString() => nameof(SignalOptions);
}
