using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.Channels.WhatsApp;

/// <summary>Until when free words may be sent to somebody: so long from their last message. In memory, by hashes; WhatsApp itself refuses what we forgot.</summary>
/// <param name="open">Zero: always.</param>
public sealed class ServiceWindow(TimeProvider time, TimeSpan open)
{
    private const int Most = 20_000;

    private readonly Lock _lock = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, (DateTimeOffset Wrote, bool Invited)> _people = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>The person wrote at that time.</summary>
    public void Wrote(string person, DateTimeOffset at)
    {
        // A clock ahead of ours must not hold the window open longer.
        var (key, now) = (Key(person), time.GetUtcNow());
        var then = at < now ? at : now;
        lock (_lock)
        {
            if (!_people.TryGetValue(key, out var known))
                _order.Enqueue(key);
            // What was brought late opens nothing, and nobody is asked twice.
            _people[key] = known.Wrote > then ? known : (then, known.Invited && IsOver(then));
            while (_order.Count > Most)
                _people.Remove(_order.Dequeue());
        }
    }

    /// <summary>Free words would be refused, as far as we know.</summary>
    public bool IsClosed(string person)
    {
        lock (_lock)
            return _people.TryGetValue(Key(person), out var known) && IsOver(known.Wrote);
    }

    /// <summary>The person wrote not long ago, as far as we know.</summary>
    public bool IsOpen(string person)
    {
        lock (_lock)
            return _people.TryGetValue(Key(person), out var known) && known.Wrote > DateTimeOffset.MinValue && !IsOver(known.Wrote);
    }

    /// <summary>True once for each silence: the template may be sent, and then it is the person's turn.</summary>
    public bool MayInvite(string person)
    {
        var key = Key(person);
        lock (_lock)
        {
            if (!_people.TryGetValue(key, out var known))
                _order.Enqueue(key);
            _people[key] = (known.Wrote, true);
            return !known.Invited;
        }
    }

    /// <summary>The template did not go.</summary>
    public void NotInvited(string person)
    {
        var key = Key(person);
        lock (_lock)
            if (_people.TryGetValue(key, out var known))
                _people[key] = (known.Wrote, false);
    }

    private bool IsOver(DateTimeOffset wrote) => open > TimeSpan.Zero && time.GetUtcNow() - wrote >= open;

    private string Key(string person) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(person)));
}
