using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Storage.Keys;

/// <summary>One key a UTC day. With its key gone, no token of that day opens anything for anyone.</summary>
internal sealed class TokenKeys(IKeyFiles files, TimeProvider time, IRandomness randomness)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(50);

    private const string Kind = "token";

    private readonly Lock _lock = new();
    private readonly Dictionary<DateOnly, byte[]> _keys = [];

    // They live and die with the key that they are derived from.
    private readonly Dictionary<(DateOnly Day, string Purpose), byte[]> _derived = [];

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Derives from the day's key; today's is made when it is not there yet. Null: that day's key is gone.</summary>
    public byte[]? Derive(DateOnly day, string purpose)
    {
        if (IsOver(day))
            return null;
        lock (_lock)
        {
            if (_derived.TryGetValue((day, purpose), out var known))
                return [.. known];
            if (Load(day) is not { } key)
                return null;
            var derived = Derivation.Derive(key, [], purpose);
            _derived.Add((day, purpose), derived);
            return [.. derived];
        }
    }

    /// <summary>Destroys the keys whose 50 hours are over; one file that cannot be destroyed keeps no other.</summary>
    public void DestroyOld()
    {
        ExceptionDispatchInfo? failure = null;
        lock (_lock)
        {
            foreach (var day in DatedNames.Days(files, Kind).Where(IsOver))
            {
                try
                {
                    files.Destroy(DatedNames.Of(Kind, day));
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    failure ??= ExceptionDispatchInfo.Capture(e);
                }
            }
            foreach (var day in _keys.Keys.Where(IsOver).ToList())
            {
                CryptographicOperations.ZeroMemory(_keys[day]);
                _keys.Remove(day);
            }
            foreach (var of in _derived.Keys.Where(of => IsOver(of.Day)).ToList())
            {
                CryptographicOperations.ZeroMemory(_derived[of]);
                _derived.Remove(of);
            }
        }
        failure?.Throw();
    }

    // The day may be anybody's invention, the last of the calendar too: nothing is added to it.
    private bool IsOver(DateOnly day) => time.GetUtcNow().UtcDateTime - Life >= day.ToDateTime(TimeOnly.MinValue);

    private byte[]? Load(DateOnly day)
    {
        if (_keys.TryGetValue(day, out var known))
            return known;
        var name = DatedNames.Of(Kind, day);
        var key = files.Read(name);
        if (key is null && day == Today)
        {
            var made = new byte[Derivation.KeyLength];
            randomness.Fill(made);
            // Another process may have been quicker: then its key is the one.
            key = files.TryAdd(name, made) ? made : files.Read(name);
        }

        if (key is not { Length: Derivation.KeyLength })
            return null;
        _keys.Add(day, key);
        return key;
    }
}
