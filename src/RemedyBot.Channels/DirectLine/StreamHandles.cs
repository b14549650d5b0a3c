using System.Buffers.Text;
using System.Security.Cryptography;

namespace RemedyBot.Channels.DirectLine;

/// <summary>Handles that open a socket, for a minute, and are good for nothing else: they travel in an address, where a token may not.</summary>
public sealed class StreamHandles(TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    private const int Length = 32;
    private const int Most = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Bearer, long Made)> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                DropOld();
                return _known.Count;
            }
        }
    }

    public string Make(string bearer)
    {
        var handle = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));
        lock (_lock)
        {
            DropOld();
            while (_order.Count >= Most)
                _known.Remove(_order.Dequeue());
            _known.Add(handle, (bearer, time.GetTimestamp()));
            _order.Enqueue(handle);
        }
        return handle;
    }

    /// <summary>The token behind a handle, as often as it is asked within its minute: clients open the same address again.</summary>
    public string? Find(string? handle)
    {
        lock (_lock)
        {
            DropOld();
            return handle is not null && _known.TryGetValue(handle, out var known) ? known.Bearer : null;
        }
    }

    private void DropOld()
    {
        while (_order.TryPeek(out var oldest) && time.GetElapsedTime(_known[oldest].Made) >= Life)
        {
            _order.Dequeue();
            _known.Remove(oldest);
        }
    }
}
