using System.Threading.Channels;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.DirectLine;

/// <summary>The open sockets, by conversation; and one turn at a time for each, so that what is sent to sockets leaves in the order of the turns.</summary>
public sealed class Streams
{
    /// <summary>Sockets of one conversation.</summary>
    public const int Most = 8;

    /// <summary>Frames that may wait for a slow reader before it is let go; it comes back with its watermark.</summary>
    public const int Waiting = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Talk> _talks = new(StringComparer.Ordinal);

    private sealed class Talk : IDisposable
    {
        public readonly SemaphoreSlim Gate = new(1, 1);
        public readonly List<Subscription> Sockets = [];
        public int Users;
        public Bearer? Bearer;

        public void Dispose() => Gate.Dispose();
    }

    private const int MostTalks = 10_000;
    private readonly HashSet<string> _talking = new(StringComparer.Ordinal);

    /// <summary>Whether a talk with a human is open, so that more may come by itself.</summary>
    public bool Talks(string conversation)
    {
        lock (_lock)
            return _talking.Contains(conversation);
    }

    public void SetTalks(string conversation, bool open)
    {
        lock (_lock)
        {
            if (!open)
                _talking.Remove(conversation);
            else if (_talking.Count < MostTalks || _talking.Remove(_talking.First()))
                _talking.Add(conversation);
        }
    }

    /// <summary>How many sockets are open.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _talks.Values.Sum(t => t.Sockets.Count);
        }
    }

    /// <summary>Enters a conversation; nobody else sends to its sockets until the pass is disposed.</summary>
    /// <param name="cancellation">Leaves the queue.</param>
    public async Task<IDisposable> EnterAsync(string conversation, CancellationToken cancellation)
    {
        var talk = Use(conversation);
        try
        {
            await talk.Gate.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Leave(conversation, talk);
            throw;
        }
        return new Pass(() =>
        {
            talk.Gate.Release();
            Leave(conversation, talk);
        });
    }

    /// <summary>A further socket; null where there are enough.</summary>
    /// <param name="bearer">The token that opens it.</param>
    public Subscription? Subscribe(Bearer bearer)
    {
        var conversation = bearer.Conversation;
        var talk = Use(conversation);
        lock (_lock)
        {
            if (talk.Sockets.Count < Most)
            {
                talk.Bearer = Newer(talk.Bearer, bearer);
                var frames = Channel.CreateBounded<Frame>(new BoundedChannelOptions(Waiting) { SingleReader = true });
                var socket = new Subscription(frames, ended => Unsubscribe(conversation, talk, ended), () => talk.Bearer ?? bearer);
                talk.Sockets.Add(socket);
                return socket;
            }
        }
        Leave(conversation, talk);
        return null;
    }

    /// <summary>The token was renewed: open sockets may stay as long as the new one, and look with it.</summary>
    public void Prolong(Bearer renewed)
    {
        lock (_lock)
            if (_talks.TryGetValue(renewed.Conversation, out var talk))
                talk.Bearer = Newer(talk.Bearer, renewed);
    }

    private static Bearer Newer(Bearer? old, Bearer other) => old?.Expires > other.Expires ? old : other;

    /// <param name="last">The number of the last Activity in the frame; 0 for what has none (typing).</param>
    public void Send(string conversation, byte[] text, long last)
    {
        foreach (var socket in Sockets(conversation))
            socket.Offer(new(text, last));
    }

    /// <summary>Whether anybody listens.</summary>
    public bool Has(string conversation) => Sockets(conversation).Length > 0;

    /// <summary>The conversation is gone: its sockets are closed once they have what was sent before.</summary>
    public void Close(string conversation)
    {
        foreach (var socket in Sockets(conversation))
            socket.End();
    }

    private Subscription[] Sockets(string conversation)
    {
        lock (_lock)
            return _talks.TryGetValue(conversation, out var talk) ? [.. talk.Sockets] : [];
    }

    private Talk Use(string conversation)
    {
        lock (_lock)
        {
            if (!_talks.TryGetValue(conversation, out var talk))
                _talks[conversation] = talk = new();
            talk.Users++;
            return talk;
        }
    }

    private void Unsubscribe(string conversation, Talk talk, Subscription socket)
    {
        lock (_lock)
            talk.Sockets.Remove(socket);
        Leave(conversation, talk);
    }

    private void Leave(string conversation, Talk talk)
    {
        lock (_lock)
        {
            if (--talk.Users > 0)
                return;
            _talks.Remove(conversation);
            talk.Dispose();
        }
    }

    private sealed class Pass(Action leave) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                leave();
        }
    }
}
