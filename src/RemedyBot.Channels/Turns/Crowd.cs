namespace RemedyBot.Channels.Turns;

/// <summary>
/// How many may wait to be heard, of one conversation and of all. A flood is slowed down by waiting; what waits lies in memory, so whoever sends faster
/// than that is told to come again before it is read.
/// </summary>
internal sealed class Crowd
{
    /// <summary>Of one conversation: as many as may come in one go.</summary>
    public const int Each = 12;

    /// <summary>Bytes that a message has at most, but for the few that are heavy.</summary>
    public const int Light = 16 * 1024;

    private const int All = 4_096;
    private const int Heavy = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _waiting = new(StringComparer.Ordinal);
    private int _all;
    private int _heavy;

    /// <param name="heavy">It is longer than <see cref="Light"/>, or does not tell.</param>
    /// <returns>A place until it is disposed; null where there is none.</returns>
    public IDisposable? Enter(string conversation, bool heavy = false)
    {
        lock (_lock)
        {
            var waiting = _waiting.GetValueOrDefault(conversation);
            if (waiting >= Each || _all >= All || (heavy && _heavy >= Heavy))
                return null;
            _waiting[conversation] = waiting + 1;
            _all++;
            _heavy += heavy ? 1 : 0;
        }
        return new Place(() => Leave(conversation, heavy));
    }

    private void Leave(string conversation, bool heavy)
    {
        lock (_lock)
        {
            if (--_waiting[conversation] == 0)
                _waiting.Remove(conversation);
            _all--;
            _heavy -= heavy ? 1 : 0;
        }
    }

    private sealed class Place(Action leave) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                leave();
        }
    }
}
