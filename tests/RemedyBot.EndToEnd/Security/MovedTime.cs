namespace RemedyBot.EndToEnd.Security;

/// <summary>The server's clock, moved by the test. Between two moves it runs as ever; its timers do too, or stand still for good.</summary>
internal sealed class MovedTime(bool timersRun = true) : TimeProvider
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly long _began = System.GetTimestamp();
    private TimeSpan _moved;

    public override DateTimeOffset GetUtcNow() => Morning + System.GetElapsedTime(_began) + _moved;

    public void Advance(TimeSpan by) => _moved += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        timersRun ? base.CreateTimer(callback, state, dueTime, period) : new Still();

    private sealed class Still : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
