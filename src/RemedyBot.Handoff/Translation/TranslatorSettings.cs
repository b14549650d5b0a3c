namespace RemedyBot.Handoff.Translation;

/// <summary>Which machine translates, and how it is reached (`translator`).</summary>
/// <param name="Kind">azure or libre.</param>
/// <param name="Url">Where it is: https, or this machine.</param>
/// <param name="Key">Its key; null where a LibreTranslate of one's own asks for none.</param>
public sealed record TranslatorSettings(string Kind, Uri? Url, string? Key)
{
    public const string Azure = "azure";
    public const string Libre = "libre";

    /// <summary>Of the Azure resource, where it is not a global one.</summary>
    public string? Region { get; init; }

    /// <summary>Of Azure's REST contract, where the settings name no other.</summary>
    public const string StandardVersion = "3.0";

    public string ApiVersion { get; init; } = StandardVersion;

    /// <summary>What is wrong, by setting name and what is expected.</summary>
    public IEnumerable<string> Problems() => new[]
    {
        Kind is Azure or Libre ? null : "kind: azure or libre",
        Url is { IsAbsoluteUri: true, Scheme: "https" } or { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true } ? null : "url: an https:// address (http:// only to this machine)",
        Kind == Azure && string.IsNullOrWhiteSpace(Key) ? "key: missing" : null,
        ApiVersion.Length > 0 && ApiVersion.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') ? null : "apiVersion: as in 3.0",
    }.OfType<string>();

    public override string ToString() => nameof(TranslatorSettings);
}
