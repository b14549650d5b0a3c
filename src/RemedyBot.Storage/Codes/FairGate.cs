namespace RemedyBot.Storage.Codes;

/// <summary>
/// Lets a few in at once and the others wait, taken in turn by bucket: a crowd in one bucket delays its own.
/// </summary>
internal sealed class FairGate(int atOnce, int atMostWaiting, TimeSpan patience, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedList<TaskCompletionSource<bool>>> _queues = new(StringComparer.Ordinal);
    private readonly LinkedList<string> _order = [];
    private int _inside;
    private int _waiting;

    public int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting;
        }
    }

    /// <summary>True: inside, so <see cref="Leave"/> must follow. False: too many, or it took too long.</summary>
    public async Task<bool> EnterAsync(string bucket, CancellationToken cancellation)
    {
        var place = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_inside < atOnce)
            {
                _inside++;
                return true;
            }

            if (_waiting >= atMostWaiting && !MakeRoomFor(bucket))
                return false;
            Queue(bucket).AddLast(place);
            _waiting++;
        }

        try
        {
            return await place.Task.WaitAsync(patience, time, cancellation).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is TimeoutException or OperationCanceledException)
        {
            if (!GiveUp(bucket, place))
            {
                // The place was granted in the same moment: it must not be lost.
                if (gone is TimeoutException)
                    return await place.Task.ConfigureAwait(false);
                if (await place.Task.ConfigureAwait(false))
                    Leave();
            }

            if (gone is OperationCanceledException)
                throw;
            return false;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (_order.First is not { } turn)
            {
                _inside--;
                return;
            }

            var queue = _queues[turn.Value];
            var next = queue.First!.Value;
            queue.RemoveFirst();
            _waiting--;
            _order.RemoveFirst();
            if (queue.Count > 0)
                _order.AddLast(turn.Value);
            else
                _queues.Remove(turn.Value);
            next.SetResult(true);
        }
    }

    private LinkedList<TaskCompletionSource<bool>> Queue(string bucket)
    {
        if (!_queues.TryGetValue(bucket, out var queue))
        {
            _queues.Add(bucket, queue = []);
            _order.AddLast(bucket);
        }

        return queue;
    }

    /// <summary>Sends the last of the longest queue away, if that queue is longer than the newcomer's would be.</summary>
    private bool MakeRoomFor(string bucket)
    {
        var own = _queues.TryGetValue(bucket, out var mine) ? mine.Count : 0;
        var (longest, queue) = _queues.MaxBy(pair => pair.Value.Count);
        if (queue is null || queue.Count <= own + 1)
            return false;
        var last = queue.Last!.Value;
        Remove(longest, last);
        last.SetResult(false);
        return true;
    }

    private bool GiveUp(string bucket, TaskCompletionSource<bool> place)
    {
        lock (_lock)
            return Remove(bucket, place);
    }

    private bool Remove(string bucket, TaskCompletionSource<bool> place)
    {
        if (!_queues.TryGetValue(bucket, out var queue) || !queue.Remove(place))
            return false;
        _waiting--;
        if (queue.Count == 0)
        {
            _queues.Remove(bucket);
            _order.Remove(bucket);
        }

        return true;
    }
}
