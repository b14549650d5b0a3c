using System.Security.Cryptography;
using System.Text;
using RemedyBot.Storage.Codes;

namespace RemedyBot.Turns;

/// <summary>
/// The answer to the message that stopped a conversation, for ten minutes and in memory only: its token opens nothing any more,
/// and a lost connection must not swallow what was said last. After an erase nothing but the goodbye, and that in an app alone.
/// </summary>
public sealed class LastAnswers(TimeProvider time)
{
    private const int Most = 1000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    private sealed record Kept(byte[] Message, byte[] Answer, ITimer End);

    /// <summary>Told of each conversation that is forgotten here: others may hold its last words too.</summary>
    public Action<byte[]>? Forgotten { get; set; }

    public int Count
    {
        get
        {
            lock (_lock)
                return _kept.Count;
        }
    }

    /// <summary>A stop closes its own token, so its answer is kept aside; what was erased or has moved is told nowhere any more.</summary>
    internal void Committed(Visit visit, Deeds deeds, ReturnTicket? ticket, StoredAnswer answer)
    {
        if (ticket is not null)
            Forget(ticket.Old.Key.Id);
        if (deeds.Erased)
            Forget(visit.Token.Key.Id);
        // Where it was erased nothing but the goodbye is left, for an app that did not hear it.
        if (deeds.Ended && (!deeds.Erased || visit.Request.App is not null))
            Keep(visit.Token.Key.Id, visit.Request.InboundId, visit.Text, deeds.Erased ? answer with { Said = null, Front = null } : answer);
    }

    public void Keep(ReadOnlySpan<byte> conversationId, string inboundId, string? text, StoredAnswer answer)
    {
        var name = NameOf(conversationId);
        var message = HashOf(inboundId, text);
        var written = StoredTurns.Write(answer);
        lock (_lock)
        {
            Remove(name);
            if (_kept.Count >= Most)
                Remove(_kept.Keys.First());
            _kept[name] = new(message, written, time.CreateTimer(_ => Drop(name), null, Life, Timeout.InfiniteTimeSpan));
        }
    }

    /// <summary>The answer to this very message, or null.</summary>
    public StoredAnswer? Find(ReadOnlySpan<byte> conversationId, string inboundId, string? text)
    {
        lock (_lock)
        {
            if (_kept.Count == 0 || !_kept.TryGetValue(NameOf(conversationId), out var kept))
                return null;
            return CryptographicOperations.FixedTimeEquals(kept.Message, HashOf(inboundId, text)) ? StoredTurns.Read(kept.Answer) : null;
        }
    }

    /// <summary>The conversation was erased, or moved by its code: nothing of it is told here any more.</summary>
    public void Forget(ReadOnlySpan<byte> conversationId)
    {
        Drop(NameOf(conversationId));
        Forgotten?.Invoke(conversationId.ToArray());
    }

    private void Drop(string name)
    {
        lock (_lock)
            Remove(name);
    }

    private void Remove(string name)
    {
        if (!_kept.Remove(name, out var kept))
            return;
        kept.End.Dispose();
        CryptographicOperations.ZeroMemory(kept.Answer);
    }

    private static string NameOf(ReadOnlySpan<byte> conversationId) => Convert.ToHexString(SHA256.HashData(conversationId));

    private static byte[] HashOf(string inboundId, string? text) => SHA256.HashData(Encoding.UTF8.GetBytes(inboundId + "\0" + text));
}
