using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Sms;

/// <summary>How one gateway is called, and how it calls us. All of it settings, since no two gateways agree.</summary>
public sealed record SmsGateway
{
    /// <summary>The settings `channels:sms`; those of a file under their name without `File`.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "discreet", "url", "format", "body", "headers", "from", "user", "secret", "typeGsm7", "typeUcs2", "okField", "okValue", "laterValues",
        "proof", "proofHeader", "proofUser", "proofSecret", "incomingList", "incomingFrom", "incomingText", "incomingId", "incomingTime", "incomingMedia",
    ];

    /// <summary>Where messages are posted; null takes none and sends none. May hold placeholders.</summary>
    public string? Url { get; init; }

    /// <summary>`json`, `form` or `query`.</summary>
    public string Format { get; init; } = "json";

    /// <summary>The body, with `{to}` (or `{digits}`, without a plus), `{from}`, `{text}`, `{type}`, `{id}` and `{secret}`: a JSON text, or the pairs of a form.</summary>
    public string Body { get; init; } = """{"to":"{to}","from":"{from}","text":"{text}"}""";

    /// <summary>Further headers as `Name: value`, which may hold `{secret}`.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Our number, short code or name.</summary>
    public string From { get; init; } = "";

    /// <summary>For Basic authentication towards the gateway.</summary>
    public string? User { get; init; }

    public string? Secret { get; init; }

    /// <summary>What `{type}` stands for: the gateway's word for seven-bit and for sixteen-bit text.</summary>
    public (string Gsm7, string Ucs2) Types { get; init; } = ("text", "unicode");

    /// <summary>Where the gateway says in a good answer whether it took the message, as in `messages.0.status`; null believes the status of HTTP.</summary>
    public string? OkField { get; init; }

    public string OkValue { get; init; } = "0";

    /// <summary>Values of that field that mean "later".</summary>
    public IReadOnlyList<string> LaterValues { get; init; } = [];

    public SmsWebhook Incoming { get; init; } = new();

    public static SmsGateway Of(AppSettings settings)
    {
        var standard = new SmsGateway();
        return new()
        {
            Url = settings["url"],
            Format = settings["format"] ?? standard.Format,
            Body = settings["body"] ?? standard.Body,
            Headers = [.. Parted(settings["headers"], '|')],
            From = settings["from"] ?? standard.From,
            User = settings["user"],
            Secret = settings["secret"],
            Types = (settings["typeGsm7"] ?? standard.Types.Gsm7, settings["typeUcs2"] ?? standard.Types.Ucs2),
            OkField = settings["okField"],
            OkValue = settings["okValue"] ?? standard.OkValue,
            LaterValues = Parted(settings["laterValues"], ','),
            Incoming = SmsWebhook.Of(settings),
        };
    }

    private static string[] Parted(string? list, char by) => list?.Split(by, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>What keeps it from working, without a value in it; empty where nothing does.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Uri.TryCreate(SmsTemplate.Bare(Url ?? ""), UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            yield return "channels:sms:url takes the gateway's https address";
        if (Format is not ("json" or "form" or "query"))
            yield return "channels:sms:format takes json, form or query";
        else if (Format is "json" && !SmsTemplate.IsJson(Body))
            yield return "channels:sms:body is no JSON";
        if (!(Body + Url).Contains("{to}", StringComparison.Ordinal) && !(Body + Url).Contains("{digits}", StringComparison.Ordinal) || !Body.Contains("{text}", StringComparison.Ordinal))
            yield return "channels:sms:body needs {to} or {digits}, and {text}";
        if (Headers.Any(h => h.IndexOf(':', StringComparison.Ordinal) < 1))
            yield return "channels:sms:headers takes Name: value, parted by |";
        if (User is not null && Secret is null)
            yield return "channels:sms:user needs channels:sms:secretFile";
        foreach (var problem in Incoming.Problems())
            yield return problem;
    }

    public override string ToString() => nameof(SmsGateway);
}
