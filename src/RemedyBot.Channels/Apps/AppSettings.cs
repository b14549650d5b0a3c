namespace RemedyBot.Channels.Apps;

/// <summary>The settings `channels:NAME` of one app, as an operator wrote them. A secret is read from here and told nowhere.</summary>
/// <param name="Name">The app's name.</param>
/// <param name="Values">Key and value; of a key `…File` the first line of that file stands under the key without `File`.</param>
public sealed record AppSettings(string Name, IReadOnlyDictionary<string, string> Values)
{
    public string? this[string key] => Values.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    /// <summary>Neutral name and texts, and a first line that tells nothing to whoever sees a notification.</summary>
    public bool Discreet => this["discreet"] is null ? IsSeen : Is("discreet");

    /// <summary>Phones show its messages on locked screens, and let nobody change that for one chat.</summary>
    private bool IsSeen => Name == "sms";

    public bool Is(string key) => bool.TryParse(this[key], out var flag) && flag;

    public Uri? Address(string key) => Uri.TryCreate(this[key], UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    public override string ToString() => nameof(AppSettings);
}
