using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.Apps;

/// <summary>What waits for one conversation. Looked at and changed under the queue's lock.</summary>
internal sealed class PushLane
{
    private readonly SortedList<(long Order, int Turn, long Id), Parcel> _waiting = [];
    private readonly Queue<long> _dropped = new();
    private Parcel? _under;
    private Parcel? _shown;
    private volatile bool _late;

    /// <summary>Ends the tries for the parcel that is on its way: its conversation was erased.</summary>
    public TaskCompletionSource Erased { get; private set; } = New();

    /// <summary>Sends one after the other, until nothing waits.</summary>
    public Task Run { get; set; } = Task.CompletedTask;

    public int Count => _waiting.Count;

    /// <summary>A question waits here, or is on its way: what comes now was typed before it could be read.</summary>
    public bool IsAsking => _waiting.Values.Any(p => !ReferenceEquals(p, _shown) && p.Activities.Any(a => a.Asks));

    /// <summary>It does so for longer than it takes to send it: words that are typed now do not answer it.</summary>
    public bool IsUnseen => _late && IsAsking;

    /// <summary>Something did not go at once, so that all behind it waits too.</summary>
    public void IsLate() => _late = true;

    /// <summary>The question of what is on its way reached the person.</summary>
    public void Saw() => _shown = _under;

    public bool Has(long id) => _waiting.Keys.Any(k => k.Id == id);

    /// <summary>What was made before an erase that waits here comes too late.</summary>
    public void Add(long id, Parcel parcel)
    {
        if (parcel.TakesBack is null && _waiting.Any(w => w.Value.TakesBack is not null && w.Key.Order > parcel.Order))
            Drop(id);
        else
        {
            Replace(parcel);
            _waiting.TryAdd(Key(id, parcel), parcel);
        }
    }

    /// <summary>A question that waits and was not tried yet is not asked twice where a later turn asks it again.</summary>
    private void Replace(Parcel parcel)
    {
        if (parcel.TakesBack is not null || parcel.Edits is not null)
            return;
        var asked = parcel.Activities.Where(a => a.Asks).Select(a => a.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, older) in _waiting.Where(w => w.Key.Order < parcel.Order && !ReferenceEquals(w.Value, _under) && w.Value is { TakesBack: null, Edits: null }).ToList())
        {
            IReadOnlyList<Activity> left = [.. older.Activities.Where(a => !a.Asks || !asked.Contains(a.Text))];
            if (left.Count == older.Activities.Count)
                continue;
            _waiting.Remove(key);
            if (left.Count == 0)
                Drop(key.Id);
            else
                _waiting.Add(key, older with { Activities = left });
        }
    }

    /// <summary>Its row is to go, and nothing of it is sent.</summary>
    public void Drop(long id) => _dropped.Enqueue(id);

    /// <summary>What was erased is not said after all, but for the one message that is on its way this moment. An earlier erase goes on.</summary>
    public void DropBefore(Parcel erase)
    {
        foreach (var (key, _) in _waiting.Where(w => w.Key.Order < erase.Order && w.Value.TakesBack is null).ToList())
        {
            _waiting.Remove(key);
            _dropped.Enqueue(key.Id);
        }
        if (_under is { TakesBack: null })
            Erased.TrySetResult();
    }

    /// <summary>The first that waits, or a row that is to go; null for nothing.</summary>
    public (long Id, Parcel? Parcel)? Next()
    {
        _under = null;
        if (_dropped.TryDequeue(out var gone))
            return (gone, null);
        if (_waiting.Count == 0)
            return null;
        Erased = New();
        _under = _waiting.Values[0];
        return (_waiting.Keys[0].Id, _under);
    }

    public void Done(long id, Parcel parcel)
    {
        _waiting.Remove(Key(id, parcel));
        _late &= _waiting.Count > 0;
    }

    private static (long Order, int Turn, long Id) Key(long id, Parcel parcel) => (parcel.Order, parcel.Turn, id);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
