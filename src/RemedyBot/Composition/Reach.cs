using System.Globalization;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.FileDrop;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Handoff.Delivery.RequestTracker;
using RemedyBot.Handoff.Delivery.Webhook;
using RemedyBot.Handoff.Delivery.Zammad;
using RemedyBot.Handoff.Sealing;
using RemedyBot.Handoff.Translation;
using RemedyBot.Localization.Catalogs;
using RemedyBot.Remedy.Recipients;

namespace RemedyBot.Composition;

/// <summary>How recipients' systems are reached: the settings `recipients:ID`, with their addresses and secrets.</summary>
public sealed class Reach(IConfiguration settings)
{
    private const string Given = "_";

    public static Reach None { get; } = new(new ConfigurationBuilder().Build());

    /// <summary>What keeps this recipient from being reached, without a value in it; null where nothing does.</summary>
    public string? Problem(HelpCard card) =>
        !At(card).Exists() ? $"the settings recipients:{card.Id} are missing"
        : Settings(card).Problems().ToList() is { Count: > 0 } problems ? $"in the settings recipients:{card.Id}: {string.Join("; ", problems)}"
        : null;

    /// <summary>Whether this recipient's system is only told that cases wait at the desk.</summary>
    public bool IsBell(HelpCard card) => At(card)["noticeOnly"] is "true" or "True";

    /// <summary>Whether this recipient's mail reader knows no PGP/MIME.</summary>
    public bool IsInline(HelpCard card) => At(card)["inline"] is "true" or "True";

    /// <summary>The sender for each recipient that is offered, or told of the desk's cases.</summary>
    public IReadOnlyList<ISender> Senders(HelpDirectory help, LoadedContent content, Senders senders) =>
        [.. help.Reached.Select(card => senders.For(card.Id, Settings(card), Texts(content, Recipients.LanguageOf(card, content))))];

    /// <summary>As written; what is missing is told by <see cref="SenderSettings.Problems"/>.</summary>
    public SenderSettings Settings(HelpCard card)
    {
        var at = At(card);
        var (url, token) = (Address(at["url"]), Secret(at, "token"));
        SenderSettings read = card.System switch
        {
            "request-tracker" => new RequestTrackerSettings(url, token, at["queue"]!),
            "zammad" => new ZammadSettings(url, token, at["group"]!, at["customer"]!)
            {
                WebhookToken = at["webhookToken"] is null && at["webhookTokenFile"] is null ? null : Secret(at, "webhookToken") ?? "",
                Attributes = at.GetSection("attributes").GetChildren().ToDictionary(c => c.Key, c => c.Value ?? "", StringComparer.Ordinal),
            },
            "mail" => new MailSettings(at["host"]!, Number(at["port"]), Security(at["security"]), at["from"]!, at["to"]!, card.Key ?? "")
            {
                Fingerprint = card.Fingerprint ?? "",
                User = at["user"],
                Password = at["password"] ?? (at["passwordFile"] is null ? null : Secret(at, "password")),
                Certificate = at["certificate"],
            },
            "webhook" => new WebhookSettings(url, Secret(at, "secret")),
            _ => new FileDropSettings(at["folder"]!) { Key = HelpDirectory.IsOpenPgp(card) ? OpenPgpKey.Read(card.Key!, card.Fingerprint ?? "") : null },
        };
        return read with { NoticeOnly = IsBell(card) };
    }

    /// <summary>The mail server for e-mails to people (`notices`); null where none are sent.</summary>
    public MailServer? Notices => settings.GetSection("notices") is var at && at.Exists() ? Server(at) : null;

    /// <summary>The machine that translates (`translator`); null for none.</summary>
    public TranslatorSettings? Translator => settings.GetSection("translator") is var at && at.Exists()
        ? new(at["kind"] ?? "", Address(at["url"]), at["key"] is null && at["keyFile"] is null ? null : Secret(at, "key") ?? "")
        {
            Region = at["region"],
            ApiVersion = at["apiVersion"] ?? TranslatorSettings.StandardVersion,
        }
        : null;

    /// <summary>What is wrong with settings that are not a recipient's.</summary>
    public IEnumerable<string> Problems() =>
        [.. Notices?.Problems().Select(problem => $"notices:{problem}.") ?? [], .. Translator?.Problems().Select(problem => $"translator:{problem}.") ?? []];

    private static MailServer Server(IConfigurationSection at) => new(at["host"]!, Number(at["port"]), Security(at["security"]), at["from"]!)
    {
        User = at["user"],
        Password = at["password"] ?? (at["passwordFile"] is null ? null : Secret(at, "password")),
        Certificate = at["certificate"],
    };

    private IConfigurationSection At(HelpCard card) => settings.GetSection("recipients:" + card.Id);

    internal static SenderTexts Texts(LoadedContent content, string language)
    {
        string Text(string key) => content.Localizer.Catalog.Render(language, "desk/parcel-" + key, new Dictionary<string, Arg> { ["ref"] = new Arg.Words(Given) })
            .Replace(Given, "{ref}", StringComparison.Ordinal);
        return new(Text("subject"), Text("waiting"), Text("sealed"), Text("withdrawn"), Text("answer"), Text("reminder"), Text("subject-again"));
    }

    private static Uri Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null!;

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static MailSecurity Security(string? word) =>
        Enum.TryParse<MailSecurity>(word, ignoreCase: true, out var security) ? security : MailSecurity.StartTls;

    /// <summary>A secret, or the first line of the file that `NAMEFile` names.</summary>
    private static string Secret(IConfigurationSection at, string name)
    {
        if (at[name] is { } value)
            return value;
        try
        {
            return at[name + "File"] is { } file ? File.ReadLines(file).FirstOrDefault() ?? "" : null!;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null!;
        }
    }
}
