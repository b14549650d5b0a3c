namespace RemedyBot.Channels.Apps;

/// <summary>What one person wrote, one after the other; what many wrote, at once. Nobody waits to enter: whoever has too much waiting already is told so.</summary>
/// <param name="each">Of one person.</param>
/// <param name="all">Of all together.</param>
internal sealed class PersonLanes(int each, int all)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private int _all;

    private sealed class Lane
    {
        public Task Last = Task.CompletedTask;
        public int Waiting;
        public Func<Task>? After;
    }

    /// <summary>False: there is no room for it.</summary>
    /// <param name="work">Never throws.</param>
    /// <param name="tooFast">Done in that case, once for all that found no room, behind what waits; where twice as many wait as may, not even that. Never throws.</param>
    public bool TryEnter(string person, Func<Task> work, Func<Task> tooFast)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(person, out var lane))
                lane = new();
            if (lane.Waiting < each && _all < all)
            {
                Begin(person, lane, work);
                return true;
            }
            if (lane.Waiting > 0)
                lane.After ??= tooFast;
            else if (_all / 2 < all)
                Begin(person, lane, tooFast);
            return false;
        }
    }

    /// <summary>Something of theirs is under way: what comes now waits behind it.</summary>
    public bool Has(string person)
    {
        lock (_lock)
            return _lanes.ContainsKey(person);
    }

    /// <summary>Until what is under way is done; whoever asks lets nobody in any more.</summary>
    public Task IdleAsync()
    {
        lock (_lock)
            return Task.WhenAll(_lanes.Values.Select(l => l.Last));
    }

    private void Begin(string person, Lane lane, Func<Task> work)
    {
        var before = lane.Last;
        _lanes[person] = lane;
        lane.Waiting++;
        _all++;
        lane.Last = Task.Run(() => RunAsync(before, person, lane, work), CancellationToken.None);
    }

    private async Task RunAsync(Task before, string person, Lane lane, Func<Task> work)
    {
        await before.ConfigureAwait(false);
        await work().ConfigureAwait(false);
        lock (_lock)
        {
            _all--;
            if (--lane.Waiting > 0)
                return;
            if (lane.After is { } after)
            {
                lane.After = null;
                Begin(person, lane, after);
            }
            else
                _lanes.Remove(person);
        }
    }
}
