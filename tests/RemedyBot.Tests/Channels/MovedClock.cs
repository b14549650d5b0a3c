namespace RemedyBot.Tests.Channels;

/// <summary>The real clock, set forward by the test; timers run as ever, or so many times faster.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);

    public int Haste { get; set; } = 1;

    /// <summary>The longest that anything began to wait since the test set this to zero.</summary>
    public TimeSpan Longest { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period > TimeSpan.Zero ? period / Haste : period);
        Longest = dueTime > Longest ? dueTime : Longest;
        return timer;
    }

    public void Advance(TimeSpan by) => _ahead += by;
}
