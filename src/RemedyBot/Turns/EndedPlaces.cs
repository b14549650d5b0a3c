using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.Turns;

/// <summary>
/// The messages that ended conversations in apps, for a day: sent again by the app, they begin none. What ended may be erased, so nothing in the store tells.
/// Hashes under a key of this process, in memory.
/// </summary>
public sealed class EndedPlaces(TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);
    private const int Most = 10_000;

    private readonly Lock _lock = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);
    private readonly HashSet<Int128> _known = [];
    private readonly Queue<(Int128 Name, DateTimeOffset Until)> _order = new();

    public void Add(string channel, string conversation, string inboundId)
    {
        var name = NameOf(channel, conversation, inboundId);
        lock (_lock)
        {
            if (_known.Add(name))
                _order.Enqueue((name, time.GetUtcNow() + Life));
            while (_order.Count > Most)
                _known.Remove(_order.Dequeue().Name);
        }
    }

    public bool Knows(string channel, string conversation, string inboundId)
    {
        lock (_lock)
        {
            while (_order.TryPeek(out var oldest) && oldest.Until <= time.GetUtcNow())
                _known.Remove(_order.Dequeue().Name);
            return _known.Count > 0 && _known.Contains(NameOf(channel, conversation, inboundId));
        }
    }

    private Int128 NameOf(string channel, string conversation, string inboundId) =>
        BinaryPrimitives.ReadInt128BigEndian(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{channel}\0{conversation}\0{inboundId}")));
}
