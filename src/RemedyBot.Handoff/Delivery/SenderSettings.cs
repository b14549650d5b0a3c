namespace RemedyBot.Handoff.Delivery;

/// <summary>How one recipient's system is reached; one kind of settings for each kind of system.</summary>
public abstract record SenderSettings
{
    /// <summary>Sends only that a case waits at the desk, whatever it is given.</summary>
    public bool NoticeOnly { get; init; }

    /// <summary>What is wrong with them, by setting name and what is expected; empty where nothing is.</summary>
    public abstract IEnumerable<string> Problems();

    public sealed override string ToString() => GetType().Name;

    private protected static string? Web(string name, Uri? url) => url switch
    {
        null => $"{name}: missing",
        { IsAbsoluteUri: true, Scheme: "https" } => null,
        // Nobody listens in between on one and the same machine.
        { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true } => null,
        _ => $"{name}: an https:// address (http:// only to this machine)",
    };

    private protected static string? Given(string name, string? value) => string.IsNullOrWhiteSpace(value) ? $"{name}: missing" : null;
}
