namespace RemedyBot.Channels.Connector;

/// <summary>Who we are to a Bot Connector, and whom we believe. Nothing here switches a check off but <see cref="InsecureLoopback"/>.</summary>
public sealed record ConnectorOptions
{
    public static readonly Uri AzureMetadata = new("https://login.botframework.com/v1/.well-known/openidconfiguration");
    public const string AzureIssuer = "https://api.botframework.com";
    public const string AzureHosts = "*.botframework.com, smba.trafficmanager.net";
    public const string AzureTenant = "botframework.com";
    public const string AzureScope = "https://api.botframework.com/.default";

    /// <summary>The bot's application id; null takes nothing but what <see cref="InsecureLoopback"/> lets in.</summary>
    public string? AppId { get; init; }

    public string? AppPassword { get; init; }

    /// <summary>Where the channel's keys are told.</summary>
    public Uri Metadata { get; init; } = AzureMetadata;

    public string Issuer { get; init; } = AzureIssuer;

    /// <summary>Where our own tokens come from.</summary>
    public Uri TokenUrl { get; init; } = TokenUrlOf(AzureTenant);

    /// <summary>Channels that are let in; empty for all that the Connector vouches for.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Hosts that replies, and our token, may go to; a leading `*.` stands for all names below.</summary>
    public IReadOnlyList<string> ServiceHosts { get; init; } = ["*.botframework.com", "smba.trafficmanager.net"];

    /// <summary>The channel of a hub that may end talks with a `handoff.status`; null for none. Only the desk can begin one.</summary>
    public string? Hub { get; init; }

    /// <summary>Channels in which nothing tells what this is about; `true` for all.</summary>
    public IReadOnlyList<string> Discreet { get; init; } = [];

    /// <summary>Takes Activities without a token, from this machine only.</summary>
    public bool InsecureLoopback { get; init; }

    public bool IsOn => AppId is not null || InsecureLoopback;

    public bool IsDiscreet(string? channelId) => Discreet.Any(d => d.Equals("true", StringComparison.OrdinalIgnoreCase) || d.Equals(channelId, StringComparison.OrdinalIgnoreCase));

    public static Uri TokenUrlOf(string tenant) => new($"https://login.microsoftonline.com/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token");

    public override string ToString() => nameof(ConnectorOptions);
}
