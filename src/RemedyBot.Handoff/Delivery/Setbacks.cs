using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RemedyBot.Handoff.Delivery;

/// <summary>Warns the operator why deliveries wait: each reason at most once an hour. For whom stands in the outbox, not in a log.</summary>
internal sealed class Setbacks(TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _said = new(StringComparer.Ordinal);

    internal void Warn(string reason)
    {
        var now = time.GetUtcNow();
        if (_said.TryGetValue(reason, out var last) && now - last < Pause)
            return;
        _said[reason] = now;
        log.LogWarning("Deliveries wait: {Reason}. See `remedybot outbox list`", reason);
    }
}
