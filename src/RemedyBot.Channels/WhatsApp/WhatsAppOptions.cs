using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.WhatsApp;

/// <summary>One number of WhatsApp's Cloud API, as the settings `channels:whatsapp` name it.</summary>
public sealed record WhatsAppOptions
{
    public const string GraphApi = "https://graph.facebook.com/";
    public const string GraphVersion = "v24.0";

    /// <summary>The settings `channels:whatsapp`; those of a file under their name without `File`.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["discreet", "baseUrl", "version", "phoneNumberId", "token", "appSecret", "verifyToken", "template", "templateLanguages"];

    /// <summary>Where Meta's interface stands.</summary>
    public Uri BaseUrl { get; init; } = new(GraphApi);

    /// <summary>Its version; Meta ends each after about two years.</summary>
    public string Version { get; init; } = GraphVersion;

    /// <summary>The number's id (not the number).</summary>
    public string PhoneNumberId { get; init; } = "";

    /// <summary>What lets us send.</summary>
    public string Token { get; init; } = "";

    /// <summary>What Meta signs its calls with.</summary>
    public string AppSecret { get; init; } = "";

    /// <summary>What Meta shows when the webhook is set up.</summary>
    public string VerifyToken { get; init; } = "";

    /// <summary>An approved template without parameters that asks the person to write, for when a day has passed; null for none.</summary>
    public string? Template { get; init; }

    /// <summary>The template's languages, in Meta's spelling, parted by commas; the first stands in for those that are missing.</summary>
    public IReadOnlyList<string> TemplateLanguages { get; init; } = ["en"];

    public static WhatsAppOptions Of(AppSettings settings)
    {
        var standard = new WhatsAppOptions();
        return new()
        {
            BaseUrl = settings["baseUrl"] is null ? standard.BaseUrl : settings.Address("baseUrl") ?? new("none:"),
            Version = settings["version"] ?? standard.Version,
            PhoneNumberId = settings["phoneNumberId"] ?? "",
            Token = settings["token"] ?? "",
            AppSecret = settings["appSecret"] ?? "",
            VerifyToken = settings["verifyToken"] ?? "",
            Template = settings["template"],
            TemplateLanguages = settings["templateLanguages"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } list ? list : standard.TemplateLanguages,
        };
    }

    /// <summary>What keeps it from working, without a value in it; empty where nothing does.</summary>
    public IEnumerable<string> Problems()
    {
        if (BaseUrl.Scheme != Uri.UriSchemeHttps && !(BaseUrl.Scheme == Uri.UriSchemeHttp && BaseUrl.IsLoopback))
            yield return "channels:whatsapp:baseUrl takes an https address";
        if (!Version.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') || !Version.StartsWith('v'))
            yield return "channels:whatsapp:version takes a version such as " + GraphVersion;
        if (PhoneNumberId.Length == 0 || !PhoneNumberId.All(char.IsAsciiDigit))
            yield return "channels:whatsapp:phoneNumberId takes the number's id, digits only";
        if (Token.Length == 0)
            yield return "channels:whatsapp:tokenFile is missing";
        if (AppSecret.Length < 16)
            yield return "channels:whatsapp:appSecretFile is missing, or holds fewer than 16 characters";
        if (VerifyToken.Length < 16)
            yield return "channels:whatsapp:verifyTokenFile is missing, or holds fewer than 16 characters";
    }

    /// <summary>The template's language that comes nearest to a person's.</summary>
    public string TemplateLanguage(string? language) =>
        TemplateLanguages.FirstOrDefault(l => language is not null && l.Split('_', '-')[0].Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase)) ?? TemplateLanguages[0];

    public override string ToString() => nameof(WhatsAppOptions);
}
