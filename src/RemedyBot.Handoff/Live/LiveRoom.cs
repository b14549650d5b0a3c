using RemedyBot.Handoff.Desk;

namespace RemedyBot.Handoff.Live;

/// <summary>
/// Who is there for a talk at this moment: workers who said so, who holds which talk, whose page was heard from. In memory only, so a restart sends all
/// workers away, and people are told so. Knows references and nothing that was said.
/// </summary>
public sealed class LiveRoom(TimeProvider time)
{
    /// <summary>Talks that one worker can hold, waiting people counted.</summary>
    public const int MostEach = 3;

    private static readonly TimeSpan Present = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _held = new(StringComparer.Ordinal);
    private DeskSessions? _sessions;

    /// <summary>Whether a worker is signed in and said to be there.</summary>
    public bool IsStaffed => _sessions is { } sessions && sessions.Here > 0;

    /// <summary>Whether a further person could be answered soon.</summary>
    public bool HasRoom => _sessions is { } sessions && Busy < sessions.Here * MostEach;

    private int Busy
    {
        get
        {
            var now = time.GetUtcNow();
            lock (_lock)
                return _seen.Count(pair => now - pair.Value < Present);
        }
    }

    /// <summary>The desk opens: from now on its sessions say who is there.</summary>
    internal void Open(DeskSessions sessions) => _sessions = sessions;

    /// <summary>The person's side of a talk was heard from.</summary>
    public void Hear(string reference)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            _seen[reference] = now;
            foreach (var old in _seen.Where(pair => now - pair.Value > Remembered).Select(pair => pair.Key).ToList())
                (_, _) = (_seen.Remove(old), _held.Remove(old));
        }
    }

    /// <summary>When the person's side was last heard from; null where that is long ago.</summary>
    public DateTimeOffset? Heard(string reference)
    {
        lock (_lock)
            return _seen.TryGetValue(reference, out var at) ? at : null;
    }

    /// <summary>A worker holds the talk from now on; a colleague may take it over.</summary>
    public void Take(string reference, string worker)
    {
        lock (_lock)
            _held[reference] = SignInWord.RosterKey(worker);
    }

    /// <summary>Whether who took the talk is still signed in.</summary>
    public bool IsHeld(string reference)
    {
        lock (_lock)
            return _held.TryGetValue(reference, out var worker) && _sessions is { } sessions && sessions.IsSignedIn(worker);
    }

    /// <summary>The talk is over.</summary>
    public void Close(string reference)
    {
        lock (_lock)
            (_, _) = (_seen.Remove(reference), _held.Remove(reference));
    }
}
