using Microsoft.Extensions.Logging;

namespace RemedyBot.Channels.Apps;

/// <summary>Sends parcels: those of one conversation strictly one after the other, those of many at once. Each stays in the outbox until it has gone.</summary>
/// <param name="senders">The way out to a channel; null where there is none any more, and its parcels are given up.</param>
/// <param name="aSecond">Messages that a channel takes in a second; 0 for as many as come.</param>
public sealed class PushQueue(Func<string, IAppSender?> senders, Func<string, int> aSecond, IPushes pushes, TimeProvider time, ILogger log)
{
    /// <summary>Who talks now wants no answer of an hour ago: after this long the person has written again, and gets the next.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedList<(int Order, long Id), Parcel>> _lanes = new(StringComparer.Ordinal);
    private readonly SendPace _pace = new(aSecond, time);
    private readonly SentTraces _sent = new();
    private readonly HashSet<long> _left = [];
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken _stopping;
    private int _failing;

    /// <summary>Conversations whose replies do not arrive at present.</summary>
    public int Failing => Volatile.Read(ref _failing);

    /// <summary>Told of each sending by its channel: true where the channel took it, false where it is tried again.</summary>
    public Action<string, bool> Watch { get; init; } = (_, _) => { };

    /// <summary>How many parcels wait.</summary>
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
            foreach (var (id, parcel) in (await pushes.ListAsync(stopping).ConfigureAwait(false)).OrderBy(p => p.Parcel.TakesBack is null).ThenBy(p => p.Parcel.Turn))
                Put(id, parcel, left: true);
        }
        finally
        {
            _begun.TrySetResult();
        }
    }

    /// <summary>Ids of what was sent to a conversation since they were taken last: its next turn seals them with it.</summary>
    public IReadOnlyList<string> TakeSent(string lane) => _sent.Take(lane);

    /// <summary>Ids that no turn came to seal.</summary>
    public void ReturnSent(string lane, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
            _sent.Add(lane, ids);
    }

    public void Add(long id, Parcel parcel) => Put(id, parcel, left: false);

    private void Put(long id, Parcel parcel, bool left)
    {
        lock (_lock)
        {
            // Only what was committed while the outbox was read comes a second time.
            if (left ? !_left.Add(id) : _left.Remove(id))
                return;
            if (_lanes.TryGetValue(parcel.Lane, out var lane))
            {
                if (lane.Keys.Any(k => k.Id == id))
                    return;
                // What was erased is not said after all, but for what is on its way this moment.
                if (parcel.TakesBack is not null)
                    lane.Keys.Skip(1).Where(k => k.Order < parcel.Turn).ToList().ForEach(k => lane.Remove(k));
                lane.TryAdd((OrderOf(parcel, lane), id), parcel);
                return;
            }
            SortedList<(int Order, long Id), Parcel> begun = new() { [(parcel.Turn, id)] = parcel };
            _lanes[parcel.Lane] = begun;
            _ = Task.Run(() => RunAsync(parcel.Lane, begun), CancellationToken.None);
        }
    }

    /// <summary>After an erase the numbers of turns begin anew: what is said then comes after the goodbye.</summary>
    private static int OrderOf(Parcel parcel, SortedList<(int Order, long Id), Parcel> lane) =>
        parcel.Turn + lane.Where(p => p.Value.TakesBack is not null && p.Key.Order > parcel.Turn).Select(p => p.Key.Order).DefaultIfEmpty(0).Max();

    private async Task RunAsync(string name, SortedList<(int Order, long Id), Parcel> lane)
    {
        try
        {
            await _begun.Task.ConfigureAwait(false);
            while (Next(name, lane) is var (key, parcel))
            {
                await DeliverAsync(parcel).ConfigureAwait(false);
                await pushes.RemoveAsync(key.Id, CancellationToken.None).ConfigureAwait(false);
                lock (_lock)
                    lane.Remove(key);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // It waits in the outbox for the next start.
        }
        catch (Exception e)
        {
            // The type only: an exception's text may quote what was being sent. The parcels wait in the outbox.
            log.LogError("Replies to a channel stopped with a {Failure}", e.GetType().Name);
            lock (_lock)
                _lanes.Remove(name);
        }
    }

    private ((int Order, long Id) Key, Parcel Parcel)? Next(string name, SortedList<(int Order, long Id), Parcel> lane)
    {
        lock (_lock)
        {
            if (lane.Count > 0)
                return (lane.Keys[0], lane.Values[0]);
            _lanes.Remove(name);
            return null;
        }
    }

    private async Task DeliverAsync(Parcel parcel)
    {
        if (senders(parcel.ChannelId) is not { } sender)
            return;
        var began = time.GetTimestamp();
        if (parcel.TakesBack is { } back && (string[])[.. back.Concat(_sent.Take(parcel.Lane)).Distinct(StringComparer.Ordinal)] is { Length: > 0 } ids)
            await TryAsync(parcel.ChannelId, () => sender.TakeBackAsync(ids, parcel, _stopping), began).ConfigureAwait(false);
        foreach (var activity in parcel.Activities)
        {
            var sent = await TryAsync(parcel.ChannelId, () => sender.SendAsync(activity, parcel, _stopping), began).ConfigureAwait(false);
            if (sent.Id is { } id && parcel.TakesBack is null)
                _sent.Add(parcel.Lane, [id]);
        }
    }

    private async Task<Sending> TryAsync(string channel, Func<Task<Sending>> send, long began)
    {
        var failing = false;
        var uncertain = 0;
        for (var tried = 0; ; tried++)
        {
            await _pace.EnterAsync(channel, _stopping).ConfigureAwait(false);
            var sending = await send().ConfigureAwait(false);
            // That one person cannot be written to says nothing about the channel.
            if (sending is not { Result: SendResult.Refused, Problem: null })
                Watch(channel, sending is { Result: SendResult.Sent, Problem: null });
            uncertain += sending.Result is SendResult.Uncertain ? 1 : 0;
            // Twice the same question confuses; where it may have arrived, one more try is all.
            var over = sending.Result is SendResult.Sent or SendResult.Refused || uncertain > 1 || time.GetElapsedTime(began) > GivenUpAfter;
            if (failing != (!over && sending.Result is not SendResult.Sent))
            {
                failing = !failing;
                Interlocked.Add(ref _failing, failing ? 1 : -1);
            }
            if (over)
                return sending;
            var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, tried), Longest.TotalSeconds));
            await Task.Delay(sending.After ?? pause, time, _stopping).ConfigureAwait(false);
        }
    }
}
