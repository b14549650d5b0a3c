using RemedyBot.Channels.Activities;
using RemedyBot.Storage.Codes;

namespace RemedyBot.Turns.Activities;

/// <summary>What is kept of a client's message so that it can be shown again as its own: its id, and what it sent. A case code is no part of it.</summary>
internal static class Fronts
{
    public static string Write(Activity activity, string text) => Said.ClientActivityId(activity) + "\n" + (CaseCode.IsMeant(text) ? "" : text);

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
