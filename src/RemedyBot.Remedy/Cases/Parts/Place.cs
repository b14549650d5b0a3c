namespace RemedyBot.Remedy.Cases.Parts;

/// <summary>Where it is or was: a link, a profile, a device. Links stand as they were typed.</summary>
public sealed record Place
{
    public string? Id { get; init; }
    public string? PlatformId { get; init; }
    public string? Kind { get; init; }
    public string? Url { get; init; }
    public string? UrlNormalised { get; init; }
    public string? Handle { get; init; }
    public string? ItemId { get; init; }
    public string? Public { get; init; }
    public string? StillThere { get; init; }
    public string? LastChecked { get; init; }
    public string? CountrySeen { get; init; }

    /// <summary>Hides what was said.</summary>
    public override string ToString() => nameof(Place);
}
