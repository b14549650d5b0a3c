namespace RemedyBot.Composition;

/// <summary>Everything an operator can set: by file (`--config`, JSON), environment (`REMEDYBOT__…`) or flag. README's table names each; a test holds the two together.</summary>
public sealed record Settings
{
    /// <summary>Where `serve` listens; loopback only unless said otherwise.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

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

    /// <summary>The public keys of those who may sign recipients' cards: a JWK Set, a JWK or a PEM file.</summary>
    public string? RecipientsTrustedKeys { get; init; }

    /// <summary>Where "exit" leads.</summary>
    public Uri PageExit { get; init; } = new("https://www.wikipedia.org/");

    /// <summary>The listener of `/metrics`; loopback by default, empty for none.</summary>
    public string MetricsUrls { get; init; } = "http://127.0.0.1:9464";

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
        "urls", "data", "content", "publicUrl", "allowedHosts", "trustedProxies", "retention:kept", "retention:silent", "keys:volatileFolder",
        "desk:passphraseFile", "desk:name", "desk:days", "recipients:trustedKeys", "page:exit", "metrics:urls", "limits:enabled", "limits:starts", "limits:messages",
        "limits:unkept", "limits:answerLength", "limits:items", "limits:stepsPerTurn",
    ];

    /// <summary>Reads and checks. A bad value is a sentence in <paramref name="problems"/>, never an exception.</summary>
    public static Settings Read(IConfiguration from, List<string> problems)
    {
        var read = new SettingsReader(from, problems);
        var standard = new Settings();
        return new()
        {
            Urls = read.Text("urls") ?? standard.Urls,
            Data = read.Text("data") ?? standard.Data,
            Content = read.Folder("content"),
            PublicUrl = read.Address("publicUrl"),
            AllowedHosts = read.Text("allowedHosts"),
            TrustedProxies = read.Addresses("trustedProxies"),
            RetentionKept = read.Span("retention:kept", standard.RetentionKept, TimeSpan.FromDays(1), TimeSpan.FromDays(365)),
            RetentionSilent = read.Span("retention:silent", standard.RetentionSilent, TimeSpan.FromHours(1), TimeSpan.FromDays(30)),
            KeysVolatileFolder = read.Text("keys:volatileFolder"),
            DeskPassphraseFile = read.File("desk:passphraseFile"),
            DeskName = read.Text("desk:name"),
            DeskDays = read.Number("desk:days", standard.DeskDays, 2, 365),
            RecipientsTrustedKeys = read.File("recipients:trustedKeys"),
            PageExit = read.Address("page:exit") ?? standard.PageExit,
            MetricsUrls = from["metrics:urls"] ?? standard.MetricsUrls,
            LimitsEnabled = read.Flag("limits:enabled", standard.LimitsEnabled),
            LimitsStarts = read.Number("limits:starts", standard.LimitsStarts, 1, 100_000),
            LimitsMessages = read.Number("limits:messages", standard.LimitsMessages, 1, 100_000),
            LimitsUnkept = read.Number("limits:unkept", standard.LimitsUnkept, 1, 100_000_000),
            LimitsAnswerLength = read.Number("limits:answerLength", standard.LimitsAnswerLength, 200, 20_000),
            LimitsItems = read.Number("limits:items", standard.LimitsItems, 1, 100),
            LimitsStepsPerTurn = read.Number("limits:stepsPerTurn", standard.LimitsStepsPerTurn, 500, 100_000),
        };
    }
}
