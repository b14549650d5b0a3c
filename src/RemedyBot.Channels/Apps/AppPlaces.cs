namespace RemedyBot.Channels.Apps;

/// <summary>Names of channels as they go into a conversation's key. Those of native apps begin with a mark that no Connector may send, so that neither reaches the other's conversations.</summary>
public static class AppPlaces
{
    private const string Mark = "app:";

    public static string Of(string app) => Mark + app;

    public static bool IsNative(string channelId) => channelId.StartsWith(Mark, StringComparison.OrdinalIgnoreCase);

    /// <summary>The app's name; null for a channel of a Connector.</summary>
    public static string? NameOf(string channelId) => IsNative(channelId) ? channelId[Mark.Length..] : null;
}
