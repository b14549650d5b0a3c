using System.Security.Cryptography;
using RemedyBot.Storage.Sealing;

namespace RemedyBot.Storage.Keys;

/// <summary>The delivery key of the day and, while it is being turned, the one before. A record names its key by number.</summary>
internal sealed class DeliveryKeys
{
    private const string Kind = "delivery";
    private const int Numbers = 255;

    private readonly IKeyFiles _files;
    private readonly IRandomness _randomness;
    private readonly Lock _lock = new();
    private readonly Dictionary<byte, byte[]> _keys = [];
    private DateOnly _day;

    public DeliveryKeys(IKeyFiles files, IRandomness randomness, DateOnly today)
    {
        _files = files;
        _randomness = randomness;
        Refresh();
        if (_keys.Count == 0)
            TurnTo(today);
    }

    /// <summary>
    /// The number of the key that seals. Asked within the writing transaction, and the folder is read anew: another process may have
    /// turned the key, and what is sealed under the old one after its turn would be lost.
    /// </summary>
    public byte Current
    {
        get
        {
            lock (_lock)
            {
                Refresh();
                return NumberOf(_day);
            }
        }
    }

    /// <summary>More than one key is there: a turn is due or was interrupted.</summary>
    public bool IsTurning
    {
        get
        {
            lock (_lock)
                return _keys.Count > 1;
        }
    }

    /// <summary>False: no such key, or no longer.</summary>
    public bool TryFind(byte number, ReadOnlySpan<byte> salt, string purpose, out SealKey key)
    {
        lock (_lock)
        {
            if (!_keys.ContainsKey(number))
                Refresh();
            var found = _keys.TryGetValue(number, out var secret);
            key = found ? SealKey.From(secret, salt, purpose, number) : default;
            return found;
        }
    }

    /// <summary>Makes the day's key durable and seals with it from now on. Nothing happens on the same or an earlier day.</summary>
    public void TurnTo(DateOnly today)
    {
        lock (_lock)
        {
            if (today <= _day)
                return;
            var key = new byte[Derivation.KeyLength];
            _randomness.Fill(key);
            var name = DatedNames.Of(Kind, today);
            if (!_files.TryAdd(name, key))
                key = _files.Read(name) ?? throw new InvalidOperationException("The delivery key cannot be read.");
            _keys[NumberOf(today)] = key;
            _day = today;
        }
    }

    /// <summary>Destroys all but the current key; call it when no row needs them any more.</summary>
    public void DestroyOthers()
    {
        lock (_lock)
        {
            foreach (var day in DatedNames.Days(_files, Kind).Where(day => day < _day))
                _files.Destroy(DatedNames.Of(Kind, day));
            foreach (var number in _keys.Keys.Where(number => number != NumberOf(_day)).ToList())
            {
                CryptographicOperations.ZeroMemory(_keys[number]);
                _keys.Remove(number);
            }
        }
    }

    private void Refresh()
    {
        foreach (var day in DatedNames.Days(_files, Kind))
        {
            if (!_keys.ContainsKey(NumberOf(day)) && _files.Read(DatedNames.Of(Kind, day)) is { Length: Derivation.KeyLength } key)
                _keys[NumberOf(day)] = key;
            if (day > _day && _keys.ContainsKey(NumberOf(day)))
                _day = day;
        }
    }

    private static byte NumberOf(DateOnly day) => (byte)((day.DayNumber % Numbers) + 1);
}
