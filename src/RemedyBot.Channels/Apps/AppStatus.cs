namespace RemedyBot.Channels.Apps;

/// <summary>How the channels stand, for whoever watches over the server: nothing about anybody. What comes in and what goes out fail by themselves, so neither hides the other.</summary>
public sealed class AppStatus(TimeProvider time)
{
    private static readonly (TimeSpan Within, string Word)[] Ages =
        [(TimeSpan.FromMinutes(5), "5 minutes"), (TimeSpan.FromHours(1), "an hour"), (TimeSpan.FromDays(1), "a day")];

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Standing> _channels = new(StringComparer.Ordinal);

    private sealed record Standing(DateTimeOffset? Well, string? Deaf, string? Mute)
    {
        public string? Problem => Deaf ?? Mute;
    }

    /// <summary>The channel is set up.</summary>
    public void Add(string channel) => Set(channel, s => s);

    /// <summary>The channel brought something, or its line is open.</summary>
    public void Hears(string channel) => Set(channel, s => s with { Well = time.GetUtcNow(), Deaf = null });

    /// <summary>Nothing comes from it.</summary>
    /// <param name="problem">A sentence for the operator: without ids, secrets and words of anybody.</param>
    public void CannotHear(string channel, string problem) => Set(channel, s => s with { Deaf = problem });

    /// <summary>The channel took something.</summary>
    public void Sends(string channel) => Set(channel, s => s with { Well = time.GetUtcNow(), Mute = null });

    /// <summary>It takes nothing.</summary>
    public void CannotSend(string channel, string problem) => Set(channel, s => s with { Mute = problem });

    /// <summary>The same, where nothing better is known of what is wrong.</summary>
    public void Stumbles(string channel, string problem) => Set(channel, s => s with { Mute = s.Mute ?? problem });

    /// <summary>A line for each channel that does not work.</summary>
    public IReadOnlyList<string> Problems => Lines(failing: true);

    /// <summary>A line for each that does, or was not tried yet.</summary>
    public IReadOnlyList<string> Standings => Lines(failing: false);

    private void Set(string channel, Func<Standing, Standing> change)
    {
        lock (_lock)
            _channels[channel] = change(_channels.GetValueOrDefault(channel) ?? new(null, null, null));
    }

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
