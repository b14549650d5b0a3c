using System.Collections.Concurrent;
using RemedyBot.Channels.Apps;

namespace RemedyBot.Tests.Channels.Queue;

/// <summary>An outbox in memory, which fails as often as the test wants.</summary>
internal sealed class AnOutbox : IPushes
{
    private int _ids = 1000;

    public ConcurrentDictionary<long, Parcel> Rows { get; } = new();

    public ConcurrentQueue<long> Removed { get; } = new();

    /// <summary>How often it fails before it works again.</summary>
    public int Failures { get; set; }

    public Task<IReadOnlyList<(long Id, Parcel Parcel)>> ListAsync(CancellationToken cancellation)
    {
        Fail();
        return Task.FromResult<IReadOnlyList<(long, Parcel)>>([.. Rows.Select(r => (r.Key, r.Value))]);
    }

    public Task<long> AddAsync(Parcel parcel, CancellationToken cancellation)
    {
        Fail();
        var id = Interlocked.Increment(ref _ids);
        Rows[id] = parcel;
        return Task.FromResult<long>(id);
    }

    public Task<bool> ChangeAsync(long id, Parcel parcel, CancellationToken cancellation)
    {
        Fail();
        if (!Rows.ContainsKey(id))
            return Task.FromResult(false);
        // As it is read again after a restart.
        Rows[id] = Parcel.Read(parcel.Write())!;
        return Task.FromResult(true);
    }

    public Task RemoveAsync(long id, CancellationToken cancellation)
    {
        Fail();
        Rows.TryRemove(id, out _);
        Removed.Enqueue(id);
        return Task.CompletedTask;
    }

    private void Fail()
    {
        if (Failures > 0 && Failures-- > 0)
            throw new IOException("The disk takes nothing just now.");
    }
}
