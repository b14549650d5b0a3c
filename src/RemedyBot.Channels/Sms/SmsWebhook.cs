using RemedyBot.Channels.Apps;

namespace RemedyBot.Channels.Sms;

/// <summary>How a gateway hands over what came, and how it proves to be the gateway. Names are fields of a form, or paths into JSON as in `results.0.from`.</summary>
public sealed record SmsWebhook
{
    /// <summary>In place of a field's name: the gateway has none.</summary>
    private const string None = "-";

    /// <summary>Where the messages of one call stand as a list; null where a call brings one.</summary>
    public string? List { get; init; }

    public string From { get; init; } = "from";

    public string Text { get; init; } = "text";

    /// <summary>The gateway's own id of a message, by which a repeated call is known; null where it has none.</summary>
    public string? Id { get; init; } = "id";

    /// <summary>When it was sent; serves in place of an id.</summary>
    public string? Time { get; init; }

    /// <summary>A field that is there, and not empty or 0, where pictures came along.</summary>
    public string? Media { get; init; }

    /// <summary>The header that carries the secret as it is, or a signature of the body made with it.</summary>
    public string? Header { get; init; }

    /// <summary>`plain` or `hmac-sha256` in that header; `basic` for a user and the secret as password.</summary>
    public string Proof { get; init; } = "plain";

    public string? User { get; init; }

    public string? Secret { get; init; }

    public static SmsWebhook Of(AppSettings settings)
    {
        var standard = new SmsWebhook();
        return new()
        {
            List = settings["incomingList"],
            From = settings["incomingFrom"] ?? standard.From,
            Text = settings["incomingText"] ?? standard.Text,
            Id = settings["incomingId"] is { } id ? id == None ? null : id : standard.Id,
            Time = settings["incomingTime"],
            Media = settings["incomingMedia"],
            Header = settings["proofHeader"],
            Proof = settings["proof"] ?? standard.Proof,
            User = settings["proofUser"],
            Secret = settings["proofSecret"],
        };
    }

    /// <summary>What keeps it from working, without a value in it.</summary>
    public IEnumerable<string> Problems()
    {
        if (Proof is not ("plain" or "hmac-sha256" or "basic"))
            yield return "channels:sms:proof takes plain, hmac-sha256 or basic";
        if (Secret is not { Length: >= 16 })
            yield return "channels:sms:proofSecretFile is missing, or holds fewer than 16 characters";
        if (Proof is "basic" ? string.IsNullOrEmpty(User) : string.IsNullOrEmpty(Header))
            yield return Proof is "basic" ? "channels:sms:proofUser is missing" : "channels:sms:proofHeader is missing";
        if (Id is null && Time is null)
            yield return "channels:sms:incomingId or channels:sms:incomingTime must be named, or a repeated call would count as a new answer";
    }

    public override string ToString() => nameof(SmsWebhook);
}
