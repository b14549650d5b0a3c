namespace RemedyBot.Handoff.Desk;

/// <summary>
/// Slows guessing down: after each failed sign-in the same word has to wait twice as long, at most five minutes. In memory only, and
/// for words that belong to nobody too, so that waiting says nothing.
/// </summary>
public sealed class SignInGate(TimeProvider time)
{
    private const int MostWords = 10_000;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Tries> _tries = new(StringComparer.Ordinal);

    /// <summary>Null: go on, and it counts as a failure until <see cref="Forget"/>. Else how long to wait; asking does not prolong it.</summary>
    internal TimeSpan? Enter(string word)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var before = _tries.GetValueOrDefault(word);
            if (before is not null && before.Next > now)
                return before.Next - now;
            if (_tries.Count >= MostWords)
                DropOld(now);
            var failures = before is null || before.Next + Forgotten < now ? 0 : before.Failures;
            var delay = First * Math.Pow(2, Math.Min(failures, 16));
            _tries[word] = new Tries(failures + 1, now + (delay < Longest ? delay : Longest));
            return null;
        }
    }

    /// <summary>What was let in was not looked at after all, so it was no failure.</summary>
    internal void TakeBack(string word)
    {
        lock (_lock)
        {
            if (_tries.TryGetValue(word, out var tries))
                _tries[word] = new Tries(tries.Failures - 1, time.GetUtcNow());
        }
    }

    internal void Forget(string word)
    {
        lock (_lock)
            _tries.Remove(word);
    }

    // Those that may try again soonest have the least to lose by being forgotten.
    private void DropOld(DateTimeOffset now)
    {
        var old = _tries.Where(pair => pair.Value.Next + Forgotten < now).Select(pair => pair.Key).ToList();
        foreach (var word in old.Count > 0 ? old : [.. _tries.OrderBy(pair => pair.Value.Next).Take(MostWords / 10).Select(pair => pair.Key)])
            _tries.Remove(word);
    }

    private sealed record Tries(int Failures, DateTimeOffset Next);
}
