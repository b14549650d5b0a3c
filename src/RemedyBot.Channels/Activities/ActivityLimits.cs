namespace RemedyBot.Channels.Activities;

/// <summary>What an Activity may be at most. Beyond these it is refused, not cut.</summary>
public static class ActivityLimits
{
    /// <summary>Bytes of a body.</summary>
    public const int Body = 256 * 1024;

    /// <summary>JSON within JSON.</summary>
    public const int Depth = 64;

    /// <summary>Characters of the text.</summary>
    public const int Text = 16_000;

    public const int Attachments = 10;

    /// <summary>Characters of an id, a name, a language tag, an address.</summary>
    public const int Id = 1_000;

    /// <summary>How long a body may take to come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
}
