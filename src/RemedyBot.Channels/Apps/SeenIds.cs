using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RemedyBot.Channels.Apps;

/// <summary>What an app brought lately, so that what it brings again is known though no turn keeps its id. In memory, by hashes, bounded.</summary>
internal sealed class SeenIds
{
    private const int Most = 50_000;

    private readonly Lock _lock = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<UInt128, bool> _taken = [];
    private readonly Queue<UInt128> _order = new();

    /// <summary>Null: it is new, and begins now. Else it was taken, or is under way and should be sent again.</summary>
    public AppTaking? Begin(string conversation, string id)
    {
        var name = Name(conversation, id);
        lock (_lock)
            return _taken.TryGetValue(name, out var taken) ? taken ? AppTaking.Taken : AppTaking.Busy : _taken.TryAdd(name, false) ? null : AppTaking.Busy;
    }

    /// <param name="taken">False: it is to come again.</param>
    public void End(string conversation, string id, bool taken)
    {
        var name = Name(conversation, id);
        lock (_lock)
        {
            if (!taken)
            {
                _taken.Remove(name);
                return;
            }
            _taken[name] = true;
            _order.Enqueue(name);
            if (_order.Count > Most)
                _taken.Remove(_order.Dequeue());
        }
    }

    private UInt128 Name(string conversation, string id) => BinaryPrimitives.ReadUInt128BigEndian(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(conversation + "\0" + id)));
}
