namespace RemedyBot.Channels.Apps;

/// <summary>How the channels stand, for whoever watches over the server: nothing about anybody.</summary>
public sealed class AppStatus(TimeProvider time)
{
    private static readonly (TimeSpan Within, string Word)[] Ages =
        [(TimeSpan.FromMinutes(5), "5 minutes"), (TimeSpan.FromHours(1), "an hour"), (TimeSpan.FromDays(1), "a day")];

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (DateTimeOffset? Well, string? Problem)> _channels = new(StringComparer.Ordinal);

    /// <summary>The channel is set up.</summary>
    public void Add(string channel)
    {
        lock (_lock)
            _channels.TryAdd(channel, (null, null));
    }

    /// <summary>The channel took or brought something.</summary>
    public void Works(string channel)
    {
        lock (_lock)
            _channels[channel] = (time.GetUtcNow(), null);
    }

    /// <param name="problem">A sentence for the operator: without ids, secrets and words of anybody.</param>
    public void Fails(string channel, string problem)
    {
        lock (_lock)
            _channels[channel] = (_channels.GetValueOrDefault(channel).Well, problem);
    }

    /// <summary>The same, where nothing better is known of what is wrong.</summary>
    public void Stumbles(string channel, string problem)
    {
        lock (_lock)
            _channels[channel] = (_channels.GetValueOrDefault(channel).Well, _channels.GetValueOrDefault(channel).Problem ?? problem);
    }

    /// <summary>A line for each channel that does not work.</summary>
    public IReadOnlyList<string> Problems => Lines(failing: true);

    /// <summary>A line for each that does, or was not tried yet.</summary>
    public IReadOnlyList<string> Standing => Lines(failing: false);

    private IReadOnlyList<string> Lines(bool failing)
    {
        lock (_lock)
            return [.. _channels.Where(c => c.Value.Problem is not null == failing).Select(c => $"{c.Key}: {c.Value.Problem ?? "configured"}, last success {Age(c.Value.Well)}")];
    }

    private string Age(DateTimeOffset? well)
    {
        if (well is not { } last)
            return "not yet";
        var age = time.GetUtcNow() - last;
        return Ages.FirstOrDefault(a => age <= a.Within).Word is { } word ? "within " + word : "more than a day ago";
    }
}
