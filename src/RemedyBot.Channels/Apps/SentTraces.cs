namespace RemedyBot.Channels.Apps;

/// <summary>Ids of messages that a channel took, until the conversation's next turn seals them with it. In memory, bounded: at worst an erase cannot take the last ones back.</summary>
internal sealed class SentTraces
{
    private const int MostLanes = 20_000;
    private const int MostIds = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<string>> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public void Add(string lane, IEnumerable<string> ids)
    {
        lock (_lock)
        {
            if (!_ids.TryGetValue(lane, out var known))
            {
                _ids[lane] = known = [];
                _order.Enqueue(lane);
            }
            known.AddRange(ids.Take(MostIds - known.Count));
            while (_order.Count > MostLanes)
                _ids.Remove(_order.Dequeue());
        }
    }

    public IReadOnlyList<string> Take(string lane)
    {
        lock (_lock)
            return _ids.Remove(lane, out var known) ? known : [];
    }
}
