namespace RemedyBot.Channels.Apps;

/// <summary>What a channel took and may still say that it did not bring, by the channel's ids. In memory, bounded, each for a day.</summary>
internal sealed class SentMessages(TimeProvider time)
{
    private const int Most = 4_000;
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, (Parcel Parcel, DateTimeOffset At)> _sent = new(StringComparer.Ordinal);

    // Said before the channel's own answer told us the id.
    private readonly OrderedDictionary<string, bool> _lost = new(StringComparer.Ordinal);

    /// <param name="parcel">With that one message.</param>
    /// <returns>False: the channel said already that it did not arrive.</returns>
    public bool Add(string id, Parcel parcel)
    {
        lock (_lock)
        {
            var key = Key(parcel.ChannelId, id);
            if (_lost.Remove(key))
                return false;
            _sent[key] = (parcel, time.GetUtcNow());
            while (_sent.Count > Most || time.GetUtcNow() - _sent.GetAt(0).Value.At > Life)
                _sent.RemoveAt(0);
            return true;
        }
    }

    /// <summary>What was sent under that id; words only, where a later question stands by now. Null: nothing is known of it, yet or any more.</summary>
    public Parcel? Lost(string channel, string id)
    {
        lock (_lock)
        {
            var key = Key(channel, id);
            var at = _sent.IndexOf(key);
            if (at < 0)
            {
                _lost[key] = true;
                if (_lost.Count > Most)
                    _lost.RemoveAt(0);
                return null;
            }
            var parcel = _sent.GetAt(at).Value.Parcel;
            var isPast = _sent.Skip(at + 1).Any(s => s.Value.Parcel.Lane == parcel.Lane && s.Value.Parcel.Activities.Any(a => a.Asks));
            return isPast ? parcel with { Activities = [.. parcel.Activities.Select(a => a with { InputHint = null, SuggestedActions = null })] } : parcel;
        }
    }

    /// <returns>False: it was forgotten meanwhile.</returns>
    public bool Remove(string channel, string id)
    {
        lock (_lock)
            return _sent.Remove(Key(channel, id));
    }

    /// <summary>The conversation was erased.</summary>
    public void Forget(string lane)
    {
        lock (_lock)
            foreach (var key in _sent.Where(s => s.Value.Parcel.Lane == lane).Select(s => s.Key).ToList())
                _sent.Remove(key);
    }

    private static string Key(string channel, string id) => channel + "\0" + id;
}
