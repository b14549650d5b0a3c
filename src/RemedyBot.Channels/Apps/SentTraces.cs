namespace RemedyBot.Channels.Apps;

/// <summary>Ids of messages that a channel took, until the conversation's next turn seals them with it. In memory, bounded: at worst an erase cannot take the oldest back.</summary>
internal sealed class SentTraces
{
    private const int MostLanes = 20_000;
    private const int MostIds = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Lane, List<string> Ids)>> _lanes = new(StringComparer.Ordinal);

    // The one that was sent to last stands last.
    private readonly LinkedList<(string Lane, List<string> Ids)> _order = new();

    public void Add(string lane, IEnumerable<string> newer) => Change(lane, ids => ids.AddRange(newer));

    /// <summary>They were taken for nothing. What was sent since is newer.</summary>
    public void Return(string lane, IReadOnlyList<string> older) => Change(lane, ids => ids.InsertRange(0, older));

    public IReadOnlyList<string> Take(string lane)
    {
        lock (_lock)
        {
            if (!_lanes.Remove(lane, out var known))
                return [];
            _order.Remove(known);
            return known.Value.Ids;
        }
    }

    private void Change(string lane, Action<List<string>> change)
    {
        lock (_lock)
        {
            if (_lanes.TryGetValue(lane, out var known))
                _order.Remove(known);
            else
                _lanes[lane] = known = new((lane, []));
            _order.AddLast(known);
            var ids = known.Value.Ids;
            change(ids);
            ids.RemoveRange(0, Math.Max(0, ids.Count - MostIds));
            if (_lanes.Count <= MostLanes)
                return;
            _lanes.Remove(_order.First!.Value.Lane);
            _order.RemoveFirst();
        }
    }
}
