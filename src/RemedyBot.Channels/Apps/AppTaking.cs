namespace RemedyBot.Channels.Apps;

/// <summary>What became of an inbound message.</summary>
public enum AppTaking
{
    /// <summary>It is durable, or nothing more will come of it: the app may forget it.</summary>
    Taken,

    /// <summary>Too many at once: the app should send it again.</summary>
    Busy,
}
