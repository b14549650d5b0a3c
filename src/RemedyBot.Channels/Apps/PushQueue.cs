using Microsoft.Extensions.Logging;
using RemedyBot.Channels.Activities;

namespace RemedyBot.Channels.Apps;

/// <summary>Sends parcels: those of one conversation strictly one after the other, those of many at once. Each stays in the outbox until it has gone.</summary>
public sealed class PushQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PushLane> _lanes = new(StringComparer.Ordinal);
    private readonly HeldParcels _held;
    private readonly PushTries _tries;
    private readonly PushOutbox _outbox;
    private readonly PushDelivery _delivery;
    private readonly SentTraces _sent = new();
    private readonly SentMessages _messages;
    private readonly HashSet<long> _left = [];
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken _stopping;

    /// <param name="senders">The way out to a channel; null where there is none any more, and its parcels are given up.</param>
    /// <param name="aSecond">Messages that a channel takes in a second; 0 for as many as come.</param>
    public PushQueue(Func<string, IAppSender?> senders, Func<string, int> aSecond, IPushes pushes, TimeProvider time, ILogger log)
    {
        _held = new(time);
        _messages = new(time);
        _tries = new(new(aSecond, time), time, log);
        _outbox = new(pushes, time, log);
        _delivery = new(senders, _tries, _outbox, _sent, _messages, time, Saw);
    }

    /// <summary>Conversations whose replies do not arrive at present.</summary>
    public int Failing => _tries.Failing;

    /// <summary>What an earlier process left cannot be read, so that nothing is sent.</summary>
    public bool IsUnread => _outbox.IsUnread;

    /// <summary>Told of each sending by its channel.</summary>
    public Action<string, Sending> Watch { get => _tries.Watch; init => _tries.Watch = value; }

    /// <summary>How many parcels wait to be sent.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _lanes.Values.Sum(l => l.Count);
        }
    }

    /// <summary>
    /// Takes up what an earlier process left, and begins to send. Nothing goes before that: a new reply would overtake an old one. What is committed
    /// while the outbox is being read comes from both sides, and goes once.
    /// </summary>
    public async Task StartAsync(CancellationToken stopping)
    {
        _stopping = stopping;
        try
        {
            foreach (var (id, parcel) in (await _outbox.ListAsync(stopping).ConfigureAwait(false)).OrderBy(p => p.Parcel.Order).ThenBy(p => p.Parcel.Turn))
            {
                ParcelOrder.Found(parcel.Order);
                Put(id, parcel, left: true);
            }
            _begun.TrySetResult();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            _begun.TrySetCanceled(stopping);
        }
    }

    /// <summary>After the stop: what is on its way may arrive within the grace; everything else waits in the outbox for the next start.</summary>
    public async Task EndAsync(TimeSpan grace)
    {
        Task[] running;
        lock (_lock)
            running = [.. _lanes.Values.Select(l => l.Run)];
        await Task.WhenAny(Task.WhenAll(running), Task.Delay(grace)).ConfigureAwait(false);
    }

    /// <summary>Ids of what was sent to a conversation since they were taken last: its next turn seals them with it.</summary>
    public IReadOnlyList<string> TakeSent(string lane) => _sent.Take(lane);

    /// <summary>Ids that no turn came to seal.</summary>
    public void ReturnSent(string lane, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
            _sent.Return(lane, ids);
    }

    /// <summary>The person wrote: what did not reach them goes before the answer. True: that was the question which waits, so their words are no answer to it.</summary>
    public bool Wrote(string lane)
    {
        lock (_lock)
            return _held.Wrote(lane) | (_lanes.TryGetValue(lane, out var going) && going.IsUnseen);
    }

    /// <summary>A question has not gone yet, or its channel has not said that it has.</summary>
    public bool IsAsking(string lane)
    {
        lock (_lock)
            return _lanes.TryGetValue(lane, out var going) && going.IsAsking;
    }

    /// <summary>A channel says late that it did not bring a message: that is held, as what it refuses at once.</summary>
    /// <param name="id">The channel's.</param>
    /// <returns>The message; null where nothing is known of it.</returns>
    public async Task<Activity?> LostAsync(string channel, string id)
    {
        if (_messages.Lost(channel, id) is not { } parcel)
            return null;
        // With their next message it would have nothing more to say.
        if (parcel.Rings)
            return _messages.Remove(channel, id) ? parcel.Activities[0] : null;
        parcel = parcel with { Held = true };
        var row = await _outbox.AddAsync(parcel, _stopping).ConfigureAwait(false);
        IReadOnlyList<long> gone;
        lock (_lock)
            // Told twice, or erased meanwhile: there is nothing to hold.
            gone = _messages.Remove(channel, id) ? _held.Add(row, parcel) : [row];
        foreach (var old in gone)
            await _outbox.RemoveAsync(old, _stopping).ConfigureAwait(false);
        return parcel.Activities[0];
    }

    /// <summary>See <see cref="PushDelivery.OnceAsync"/>.</summary>
    public Task<Sending?> RingAsync(Parcel parcel, CancellationToken stopping) => _delivery.OnceAsync(parcel, stopping);

    public void Add(long id, Parcel parcel) => Put(id, parcel, left: false);

    private void Put(long id, Parcel parcel, bool left)
    {
        lock (_lock)
        {
            // Only what was committed while the outbox was read comes a second time.
            if (left ? !_left.Add(id) : _left.Remove(id))
                return;
            if (!_lanes.TryGetValue(parcel.Lane, out var lane))
                lane = new();
            else if (lane.Has(id))
                return;
            if (left && parcel.Held)
            {
                _held.Add(id, parcel);
                return;
            }
            var held = _held.Take(parcel.Lane, erased: parcel.TakesBack is not null);
            if (left || held.Count > 0 || !_begun.Task.IsCompleted)
                lane.IsLate();
            if (parcel.TakesBack is not null)
            {
                _messages.Forget(parcel.Lane);
                lane.DropBefore(parcel);
                foreach (var (old, _) in held)
                    lane.Drop(old);
            }
            else
                foreach (var (old, words) in held)
                    Release(lane, old, words, parcel);
            lane.Add(id, parcel);
            if (_lanes.TryAdd(parcel.Lane, lane))
                lane.Run = Task.Run(() => RunAsync(parcel.Lane, lane), CancellationToken.None);
        }
    }

    /// <summary>What the answer says again is not said twice.</summary>
    private static void Release(PushLane lane, long id, Parcel held, Parcel answer)
    {
        var words = held.Activities.Where(a => !answer.Activities.Any(b => b.Text == a.Text)).ToList();
        if (words.Count > 0)
            lane.Add(id, held with { Activities = words, Held = false });
        else
            lane.Drop(id);
    }

    private async Task RunAsync(string name, PushLane lane)
    {
        try
        {
            await _begun.Task.ConfigureAwait(false);
            while (Next(name, lane) is var (id, parcel))
            {
                var left = parcel is null ? null : await _delivery.RunAsync(lane, id, parcel, _stopping).ConfigureAwait(false);
                if (left is null || !await KeepAsync(lane, id, left).ConfigureAwait(false))
                    await _outbox.RemoveAsync(id, _stopping).ConfigureAwait(false);
                if (parcel is not null)
                    lock (_lock)
                        lane.Done(id, parcel);
            }
        }
        catch (Exception) when (_stopping.IsCancellationRequested)
        {
            // It waits in the outbox for the next start.
        }
    }

    private void Saw(string lane)
    {
        lock (_lock)
        {
            _held.Saw(lane);
            if (_lanes.TryGetValue(lane, out var going))
                going.Saw();
        }
    }

    private (long Id, Parcel? Parcel)? Next(string name, PushLane lane)
    {
        lock (_lock)
        {
            if (lane.Next() is { } next)
                return next;
            _lanes.Remove(name);
            return null;
        }
    }

    /// <summary>False: there is nothing to keep, since its conversation was erased.</summary>
    private async Task<bool> KeepAsync(PushLane lane, long id, Parcel parcel)
    {
        if (!await _outbox.ChangeAsync(id, parcel, _stopping).ConfigureAwait(false))
            return false;
        if (parcel.TakesBack is not null)
            return true;
        lock (_lock)
        {
            if (lane.Erased.Task.IsCompleted)
                return false;
            foreach (var gone in _held.Add(id, parcel))
                lane.Drop(gone);
            return true;
        }
    }
}
