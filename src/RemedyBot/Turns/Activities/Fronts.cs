using RemedyBot.Channels.Activities;

namespace RemedyBot.Turns.Activities;

/// <summary>What is kept of a client's message so that it can be shown again as its own: its id, and what it sent.</summary>
internal static class Fronts
{
    public static string Write(Activity activity, string text) => Said.ClientActivityId(activity) + "\n" + text;

    /// <summary>Only its id, where what it sent may be a case code.</summary>
    public static string? Without(string? front) => front?[..(front.IndexOf('\n', StringComparison.Ordinal) + 1)];

    /// <param name="shown">The words that the person saw as theirs.</param>
    public static Activity Read(string front, string shown)
    {
        var line = front.IndexOf('\n', StringComparison.Ordinal);
        var id = line > 0 ? front[..line] : null;
        var sent = front[(line + 1)..];
        return new()
        {
            Type = ActivityTypes.Message,
            Text = sent.Length == 0 ? shown : sent,
            TextFormat = "plain",
            ChannelData = Said.EchoData(id, sent.Length == 0 || sent == shown ? null : shown),
        };
    }
}
