namespace RemedyBot.Channels.Apps;

/// <summary>
/// What could not be brought to somebody. It goes before the answer to what they write next; and that is no answer to a question which they never saw.
/// Bounded, each for a day at most. Looked at and changed under the queue's lock.
/// </summary>
internal sealed class HeldParcels(TimeProvider time)
{
    private const int MostLanes = 10_000;
    private const int MostOfOne = 20;
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    // The one that was added to last stands last.
    private readonly OrderedDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    private sealed class Lane
    {
        public readonly List<Held> Parcels = [];
        public bool Wrote;
    }

    private sealed record Held(long Id, Parcel Parcel, DateTimeOffset Since)
    {
        public bool Unseen { get; set; } = Parcel.Activities.Any(a => a.Asks);
    }

    /// <returns>Rows that have to go for it.</returns>
    public IReadOnlyList<long> Add(long id, Parcel parcel)
    {
        Forget();
        var lane = _lanes.Remove(parcel.Lane, out var known) ? known : new();
        _lanes.Add(parcel.Lane, lane);
        lane.Parcels.Add(new(id, parcel, time.GetUtcNow()));
        lane.Wrote = false;
        var gone = new List<long>();
        if (lane.Parcels.Count > MostOfOne)
        {
            gone.Add(lane.Parcels[0].Id);
            lane.Parcels.RemoveAt(0);
        }
        if (_lanes.Count > MostLanes)
        {
            gone.AddRange(_lanes.GetAt(0).Value.Parcels.Select(p => p.Id));
            _lanes.RemoveAt(0);
        }
        return gone;
    }

    /// <summary>The person wrote. True: the question that waits never reached them.</summary>
    public bool Wrote(string name)
    {
        Forget();
        if (!_lanes.TryGetValue(name, out var lane))
            return false;
        lane.Wrote = true;
        return lane.Parcels.Exists(p => p.Unseen && !IsOver(p));
    }

    /// <summary>A later question reached them.</summary>
    public void Saw(string name)
    {
        if (_lanes.TryGetValue(name, out var lane))
            lane.Parcels.ForEach(p => p.Unseen = false);
    }

    /// <summary>All of it, where the person has written since; and it is held no longer.</summary>
    /// <param name="erased">Whether or not they have.</param>
    public IReadOnlyList<(long Id, Parcel Parcel)> Take(string name, bool erased) =>
        _lanes.TryGetValue(name, out var lane) && (lane.Wrote || erased) && _lanes.Remove(name) ? [.. lane.Parcels.Where(p => erased || !IsOver(p)).Select(p => (p.Id, p.Parcel))] : [];

    // Their rows are swept from the outbox by their day.
    private void Forget()
    {
        while (_lanes.Count > 0 && IsOver(_lanes.GetAt(0).Value.Parcels[^1]))
            _lanes.RemoveAt(0);
    }

    private bool IsOver(Held held) => time.GetUtcNow() - held.Since > Life;
}
