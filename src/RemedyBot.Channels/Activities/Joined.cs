namespace RemedyBot.Channels.Activities;

/// <summary>Messages of one turn in as few as the channel holds, where each one costs or rings.</summary>
public static class Joined
{
    private const string Between = "\n\n";

    /// <param name="first">The line that each begins with; said once where they are joined. Null for none.</param>
    public static IReadOnlyList<Activity> Of(IReadOnlyList<Activity> messages, ChannelLimits limits, string? first)
    {
        if (!limits.Joins || messages.Any(m => m.SuggestedActions is not null))
            return messages;
        var joined = new List<Activity>();
        foreach (var message in messages)
        {
            var text = first is not null && message.Text!.StartsWith(first + Between, StringComparison.Ordinal) ? message.Text[(first.Length + Between.Length)..] : message.Text;
            if (joined is [.., var last] && last.Locale == message.Locale && last.Text + Between + text is var both && TextMeasure.Fits(both, limits.Text, limits.Unit))
                joined[^1] = message with { Text = both };
            else
                joined.Add(message);
        }
        return joined;
    }
}
