using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RemedyBot.Turns;

/// <summary>
/// Slows a flood down by waiting, never by refusing: new conversations for all together, messages for each conversation alone.
/// Holds hashes and times in memory, nothing else.
/// </summary>
public sealed class Pace(PaceLimits limits, TimeProvider time)
{
    private const int MostTracked = 100_000;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PerMessage = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tidying = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<Int128, long> _due = [];
    private readonly long _origin = time.GetTimestamp();
    private long _starts;
    private long _tidied;

    /// <summary>How many conversations have spoken lately.</summary>
    public int Tracked
    {
        get
        {
            lock (_lock)
                return _due.Count;
        }
    }

    /// <summary>Waits until a further conversation may begin: two seconds at most, however many come.</summary>
    public Task StartAsync(CancellationToken cancellation)
    {
        long wait;
        lock (_lock)
            wait = Step(ref _starts, TimeSpan.TicksPerSecond / limits.Starts, limits.Starts, LongestStart);
        return WaitAsync(wait, cancellation);
    }

    /// <summary>Waits until a conversation may be answered again. Call it inside the conversation's lane, so that each message waits for its own second only.</summary>
    public Task MessageAsync(ReadOnlySpan<byte> conversationId, CancellationToken cancellation) => WaitAsync(NameOf(conversationId), limits.Messages, cancellation);

    /// <summary>Waits until it may be looked at again, which takes nothing from its messages. Call it outside the lane, so that no message waits for a look.</summary>
    public Task LookAsync(ReadOnlySpan<byte> conversationId, CancellationToken cancellation) => WaitAsync(~NameOf(conversationId), 1, cancellation);

    private Task WaitAsync(Int128 name, int atOnce, CancellationToken cancellation)
    {
        long wait;
        lock (_lock)
        {
            var known = _due.TryGetValue(name, out var due);
            wait = Step(ref due, PerMessage.Ticks, atOnce, PerMessage);
            if (known || HasRoom())
                _due[name] = due;
        }
        return WaitAsync(wait, cancellation);
    }

    /// <summary>Counts one more and tells how long it must wait: <paramref name="burst"/> go at once, the rest one each <paramref name="each"/>.</summary>
    /// <param name="due">When all that was counted would be paid off at that rate.</param>
    private long Step(ref long due, long each, int burst, TimeSpan longest)
    {
        var now = Now;
        due = Math.Max(due, now) + each;
        var wait = due - now - each * burst;
        if (wait <= longest.Ticks)
            return Math.Max(0, wait);
        due = now + longest.Ticks + each * burst;
        return longest.Ticks;
    }

    /// <summary>A conversation that has paid off all it sent needs no place. Where everybody is busy, a newcomer goes uncounted.</summary>
    private bool HasRoom()
    {
        if (_due.Count < MostTracked)
            return true;
        var now = Now;
        if (now - _tidied < Tidying.Ticks)
            return false;
        _tidied = now;
        foreach (var (name, due) in _due)
            if (due <= now)
                _due.Remove(name);
        return _due.Count < MostTracked;
    }

    private long Now => time.GetElapsedTime(_origin).Ticks;

    private Task WaitAsync(long ticks, CancellationToken cancellation) =>
        ticks <= 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromTicks(ticks), time, cancellation);

    private static Int128 NameOf(ReadOnlySpan<byte> conversationId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(conversationId, hash);
        return BinaryPrimitives.ReadInt128BigEndian(hash);
    }
}
