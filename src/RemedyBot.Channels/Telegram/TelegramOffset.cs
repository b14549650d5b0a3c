namespace RemedyBot.Channels.Telegram;

/// <summary>Which updates are under way, and from which on Telegram is to be asked.</summary>
internal sealed class TelegramOffset
{
    private readonly Lock _lock = new();
    private readonly SortedSet<int> _underWay = [];
    private readonly HashSet<int> _done = [];
    private readonly HashSet<int> _stuck = [];
    private readonly HashSet<int> _left = [];
    private int? _after;

    /// <summary>The first that is not taken yet; null before any came.</summary>
    public int? Next
    {
        get
        {
            lock (_lock)
            {
                int? next = _underWay.Count > 0 ? _underWay.Min : _after;
                // What stands before this question does not come again; what is on its way from the last may.
                _done.RemoveWhere(d => d < next);
                return next;
            }
        }
    }

    /// <summary>Something cannot be taken at present, and is tried again.</summary>
    public bool IsStuck
    {
        get
        {
            lock (_lock)
                return _stuck.Count > 0;
        }
    }

    /// <summary>False: it is known, and under way or taken.</summary>
    public bool Begin(int id)
    {
        lock (_lock)
            return !_done.Contains(id) && _underWay.Add(id);
    }

    public void Stick(int id)
    {
        lock (_lock)
            _stuck.Add(id);
    }

    /// <summary>It was not begun after all, and is to come again.</summary>
    public void Leave(int id)
    {
        lock (_lock)
        {
            _underWay.Remove(id);
            _left.Add(id);
        }
    }

    /// <summary>It came before, and was left to come again.</summary>
    public bool WasLeft(int id)
    {
        lock (_lock)
            return _left.Contains(id);
    }

    public void Done(int id)
    {
        lock (_lock)
        {
            _underWay.Remove(id);
            _stuck.Remove(id);
            _left.Remove(id);
            _done.Add(id);
            _after = Math.Max(_after ?? 0, id + 1);
        }
    }
}
