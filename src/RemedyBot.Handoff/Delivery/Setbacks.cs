using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RemedyBot.Handoff.Delivery;

/// <summary>
/// Tells the operator what goes wrong on the way to recipients and back: each sentence at most once an hour, so that no line stands for a
/// case. For whom stands in the outbox, not in a log.
/// </summary>
internal sealed class Setbacks(TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Kind, string What), DateTimeOffset> _said = new();

    internal void Waits(string reason)
    {
        if (IsNews(nameof(Waits), reason))
            log.LogWarning("Deliveries wait: {Reason}. See `remedybot outbox list`", reason);
    }

    /// <summary>The type only: an exception's text may quote what was being sent.</summary>
    internal void Failed(Exception e)
    {
        if (IsNews(nameof(Failed), e.GetType().Name))
            log.LogWarning("A delivery failed with a {Failure}", e.GetType().Name);
    }

    /// <param name="what">A field or a step, as our settings name it.</param>
    internal void Lost(string what)
    {
        if (IsNews(nameof(Lost), what))
            log.LogWarning("A ticket system did not keep, or did not let us do: {Lost}. See that the field exists and takes every value, and what our access may do", what);
    }

    internal void Unfetched(string reason)
    {
        if (IsNews(nameof(Unfetched), reason))
            log.LogWarning("Answers cannot be fetched from a ticket system: {Reason}. See `remedybot recipients test NAME`", reason);
    }

    private bool IsNews(string kind, string what)
    {
        var now = time.GetUtcNow();
        if (_said.TryGetValue((kind, what), out var last) && now - last < Pause)
            return false;
        _said[(kind, what)] = now;
        return true;
    }
}
