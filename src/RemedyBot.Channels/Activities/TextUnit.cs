namespace RemedyBot.Channels.Activities;

/// <summary>What a channel counts text in.</summary>
public enum TextUnit
{
    /// <summary>UTF-16 code units.</summary>
    Utf16,

    /// <summary>Bytes of UTF-8.</summary>
    Bytes,

    /// <summary>Parts of an SMS.</summary>
    Gsm,
}
