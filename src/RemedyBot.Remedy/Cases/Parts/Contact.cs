namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>How the person may be reached without harm.</summary>
public sealed record Contact
{
    public bool? Allowed { get; init; }
    public IReadOnlyList<ContactChannel>? Channels { get; init; }
    public IReadOnlyList<SafeTime>? SafeTimes { get; init; }
    public string? CodeWord { get; init; }
    public string? SubjectLine { get; init; }
    public bool? VoicemailOk { get; init; }
    public bool? ReplyMayQuote { get; init; }
    public string? DeviceSharedOrMonitored { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Contact);
}
