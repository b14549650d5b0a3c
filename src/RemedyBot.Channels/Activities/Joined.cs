namespace RemedyBot.Channels.Activities;

/// <summary>Messages of one turn in as few as the channel likes, where each one costs or rings. What can be tapped stands for itself.</summary>
public static class Joined
{
    private const string Between = "\n\n";

    /// <param name="first">The line that each begins with; said once where they are joined. Null for none.</param>
    public static IReadOnlyList<Activity> Of(IReadOnlyList<Activity> messages, ChannelLimits limits, string? first)
    {
        if (limits.Joined == 0)
            return messages;
        var joined = new List<Activity>();
        foreach (var message in messages)
        {
            var text = first is not null && message.Text!.StartsWith(first + Between, StringComparison.Ordinal) ? message.Text[(first.Length + Between.Length)..] : message.Text;
            var alone = message.SuggestedActions is not null;
            if (!alone && joined is [.., { SuggestedActions: null } last] && last.Locale == message.Locale && last.Text + Between + text is var both && Fits(both, limits))
                joined[^1] = message with { Text = both };
            else
                joined.Add(message);
        }
        return joined;
    }

    private static bool Fits(string text, ChannelLimits limits) => TextMeasure.Fits(text, limits.Joined, limits.Unit) && TextMeasure.Fits(text, limits.Text, limits.Unit);
}
