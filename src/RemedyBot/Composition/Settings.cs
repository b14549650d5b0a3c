using RemedyBot.Channels.Apps;
using RemedyBot.Channels.Connector;

namespace RemedyBot.Composition;

/// <summary>Everything an operator can set: by file (`--config`, JSON), environment (`REMEDYBOT__…`) or flag. README's table names each; a test holds the two together.</summary>
public sealed record Settings
{
    /// <summary>Where `serve` listens; loopback only unless said otherwise.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    /// <summary>A PEM file: the server's certificate, then those that vouch for it; for https addresses.</summary>
    public string? TlsCertificate { get; init; }

    /// <summary>A PEM file: the certificate's private key.</summary>
    public string? TlsKey { get; init; }

    /// <summary>The only folder that is written to.</summary>
    public string Data { get; init; } = "data";

    /// <summary>A folder of dialogs and localization laid over the shipped ones.</summary>
    public string? Content { get; init; }

    /// <summary>The address people use, where a proxy stands in front.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Host names answered to, separated by semicolons; by default those of the addresses above.</summary>
    public string? AllowedHosts { get; init; }

    /// <summary>Proxies whose forwarded headers count, as addresses separated by commas.</summary>
    public string? TrustedProxies { get; init; }

    /// <summary>Silence after which a conversation with a code is erased.</summary>
    public TimeSpan RetentionKept { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Silence after which a conversation without a code is erased.</summary>
    public TimeSpan RetentionSilent { get; init; } = TimeSpan.FromDays(1);

    /// <summary>A memory file system for token and delivery keys.</summary>
    public string? KeysVolatileFolder { get; init; }

    /// <summary>A file whose first line is the first worker's passphrase; it sets the desk up and never unlocks it.</summary>
    public string? DeskPassphraseFile { get; init; }

    /// <summary>The helpline's name, as people read it in the consent question.</summary>
    public string? DeskName { get; init; }

    /// <summary>Days a handed-over case stays at the desk.</summary>
    public int DeskDays { get; init; } = 30;

    /// <summary>Languages that the desk's workers read, parted by commas, the first best.</summary>
    public string? DeskReads { get; init; }

    /// <summary>The public keys of those who may sign recipients' cards: a JWK Set, a JWK or a PEM file.</summary>
    public string? RecipientsTrustedKeys { get; init; }

    /// <summary>Where "exit" leads.</summary>
    public Uri PageExit { get; init; } = new("https://www.wikipedia.org/");

    /// <summary>The listener of `/metrics`; loopback by default, empty for none.</summary>
    public string MetricsUrls { get; init; } = "http://127.0.0.1:9464";

    /// <summary>How long a Direct Line token opens its conversation before it is refreshed.</summary>
    public TimeSpan DirectLineTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Sites that embed the chat; null for none.</summary>
    public Channels.DirectLine.Sites? DirectLineSites { get; init; }

    /// <summary>The bot's application id at the Bot Connector; null takes nothing from there.</summary>
    public string? ConnectorAppId { get; init; }

    /// <summary>The password of that application.</summary>
    public string? ConnectorAppPassword { get; init; }

    /// <summary>The directory that the application is registered in.</summary>
    public string ConnectorTenant { get; init; } = ConnectorOptions.AzureTenant;

    /// <summary>Where our own tokens come from; null for Azure's address for the tenant.</summary>
    public Uri? ConnectorTokenUrl { get; init; }

    /// <summary>Where the Connector tells its keys.</summary>
    public Uri ConnectorMetadata { get; init; } = ConnectorOptions.AzureMetadata;

    /// <summary>Who signs the Connector's tokens.</summary>
    public string ConnectorIssuer { get; init; } = ConnectorOptions.AzureIssuer;

    /// <summary>Channels let in, parted by commas; null for all that the Connector vouches for.</summary>
    public string? ConnectorChannels { get; init; }

    /// <summary>Hosts that replies may go to, parted by commas.</summary>
    public string ConnectorServiceHosts { get; init; } = ConnectorOptions.AzureHosts;

    /// <summary>The channel of a hub that may end talks with a person; null for none.</summary>
    public string? ConnectorHub { get; init; }

    /// <summary>Takes Activities without a token, from this machine only.</summary>
    public bool ConnectorInsecureLoopback { get; init; }

    /// <summary>Channels behind the Connector that are discreet, parted by commas; `true` for all, null for none.</summary>
    public string? ConnectorDiscreet { get; init; }

    /// <summary>Messaging apps that are spoken to without anybody in the middle; null for none.</summary>
    public IReadOnlyList<AppSettings>? Channels { get; init; }

    /// <summary>Whether the limits below hold.</summary>
    public bool LimitsEnabled { get; init; } = true;

    /// <summary>New conversations a second, before starts are slowed down.</summary>
    public int LimitsStarts { get; init; } = 20;

    /// <summary>Messages one conversation may send at once, before it is held to one a second.</summary>
    public int LimitsMessages { get; init; } = 10;

    /// <summary>Conversations without a code that may be stored at once.</summary>
    public int LimitsUnkept { get; init; } = 200_000;

    /// <summary>Characters of one answer.</summary>
    public int LimitsAnswerLength { get; init; } = 8000;

    /// <summary>Things in one list answer.</summary>
    public int LimitsItems { get; init; } = 20;

    /// <summary>Steps walked in one turn.</summary>
    public int LimitsStepsPerTurn { get; init; } = 5000;

    /// <summary>The keys as operators write them.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "urls", "tls:certificate", "tls:key", "data", "content", "publicUrl", "allowedHosts", "trustedProxies", "retention:kept", "retention:silent", "keys:volatileFolder",
        "desk:passphraseFile", "desk:name", "desk:days", "desk:reads", "recipients:trustedKeys", "page:exit", "metrics:urls",
        "directLine:tokenLifetime", "directLine:sites",
        "connector:appId", "connector:appPassword", "connector:tenant", "connector:tokenUrl", "connector:metadata", "connector:issuer",
        "connector:channels", "connector:serviceHosts", "connector:hub", "connector:insecureLoopback", "connector:discreet", "channels", "limits:enabled", "limits:starts", "limits:messages",
        "limits:unkept", "limits:answerLength", "limits:items", "limits:stepsPerTurn",
    ];

    /// <summary>Reads and checks. A bad value is a sentence in <paramref name="problems"/>, never an exception.</summary>
    public static Settings Read(IConfiguration from, List<string> problems)
    {
        var read = new SettingsReader(from, problems);
        var standard = new Settings();
        var settings = new Settings
        {
            Urls = read.Text("urls") ?? standard.Urls,
            TlsCertificate = read.File("tls:certificate"),
            TlsKey = read.File("tls:key"),
            Data = read.Text("data") ?? standard.Data,
            Content = read.Folder("content"),
            PublicUrl = read.Address("publicUrl"),
            AllowedHosts = read.Hosts("allowedHosts"),
            TrustedProxies = read.Addresses("trustedProxies"),
            RetentionKept = read.Span("retention:kept", standard.RetentionKept, TimeSpan.FromDays(1), TimeSpan.FromDays(365)),
            RetentionSilent = read.Span("retention:silent", standard.RetentionSilent, TimeSpan.FromHours(1), TimeSpan.FromDays(30)),
            KeysVolatileFolder = read.Text("keys:volatileFolder"),
            DeskPassphraseFile = read.File("desk:passphraseFile"),
            DeskName = read.Text("desk:name"),
            DeskReads = read.Languages("desk:reads"),
            DeskDays = read.Number("desk:days", standard.DeskDays, 2, 365),
            RecipientsTrustedKeys = read.File("recipients:trustedKeys"),
            PageExit = read.Address("page:exit") ?? standard.PageExit,
            MetricsUrls = from["metrics:urls"] ?? standard.MetricsUrls,
            DirectLineTokenLifetime = read.Span("directLine:tokenLifetime", standard.DirectLineTokenLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            DirectLineSites = read.Sites("directLine:sites"),
            ConnectorAppId = read.Text("connector:appId"),
            ConnectorAppPassword = read.Text("connector:appPassword"),
            ConnectorTenant = read.Text("connector:tenant") ?? standard.ConnectorTenant,
            ConnectorTokenUrl = read.SafeAddress("connector:tokenUrl"),
            ConnectorMetadata = read.SafeAddress("connector:metadata") ?? standard.ConnectorMetadata,
            ConnectorIssuer = read.Text("connector:issuer") ?? standard.ConnectorIssuer,
            ConnectorChannels = read.Text("connector:channels"),
            ConnectorServiceHosts = read.Text("connector:serviceHosts") ?? standard.ConnectorServiceHosts,
            ConnectorHub = read.Text("connector:hub"),
            ConnectorDiscreet = read.Text("connector:discreet"),
            ConnectorInsecureLoopback = read.OnLoopback("connector:insecureLoopback"),
            Channels = read.Apps("channels"),
            LimitsEnabled = read.Flag("limits:enabled", standard.LimitsEnabled),
            LimitsStarts = read.Number("limits:starts", standard.LimitsStarts, 1, 100_000),
            LimitsMessages = read.Number("limits:messages", standard.LimitsMessages, 1, 100_000),
            LimitsUnkept = read.Number("limits:unkept", standard.LimitsUnkept, 1, 100_000_000),
            LimitsAnswerLength = read.Number("limits:answerLength", standard.LimitsAnswerLength, 200, 20_000),
            LimitsItems = read.Number("limits:items", standard.LimitsItems, 1, 100),
            LimitsStepsPerTurn = read.Number("limits:stepsPerTurn", standard.LimitsStepsPerTurn, 500, 100_000),
        };
        problems.AddRange(UnknownSettings.Problems(from));
        problems.AddRange(Listening.Problems(settings));
        if (File.Exists(settings.RecipientsTrustedKeys) && HelpDirectory.Trusted(settings) is null)
            problems.Add("recipients:trustedKeys names a file without a public P-256 key. A JWK Set, a JWK or a PEM file is needed.");
        return settings;
    }
}
