using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Desk;

/// <summary>A worker's request while it runs: the only time at which the key is open. Dispose wipes it.</summary>
public sealed class DeskSession : IDisposable
{
    internal DeskSession(OpeningKey key, string worker, string? language)
    {
        Key = key;
        Worker = worker;
        Language = language;
    }

    internal OpeningKey Key { get; }

    /// <summary>The sign-in word.</summary>
    public string Worker { get; }

    /// <summary>The language that was picked for the desk's pages; null where none was.</summary>
    public string? Language { get; }

    public void Dispose() => Key.Dispose();
}
