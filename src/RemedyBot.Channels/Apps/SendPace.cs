namespace RemedyBot.Channels.Apps;

/// <summary>Holds what leaves to so many messages a second for each channel, as its table says.</summary>
internal sealed class SendPace(Func<string, int> aSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _free = new(StringComparer.Ordinal);

    /// <summary>Waits for the next free place.</summary>
    public Task EnterAsync(string channel, CancellationToken cancellation)
    {
        if (aSecond(channel) is not (> 0 and var most))
            return Task.CompletedTask;
        TimeSpan wait;
        lock (_lock)
        {
            // A second's worth may go at once; after that each waits for its own slice.
            var (now, slice) = (time.GetUtcNow(), TimeSpan.FromSeconds(1) / most);
            var next = _free.TryGetValue(channel, out var free) && free > now - TimeSpan.FromSeconds(1) ? free + slice : now - TimeSpan.FromSeconds(1) + slice;
            _free[channel] = next;
            wait = next - now;
        }
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellation) : Task.CompletedTask;
    }
}
