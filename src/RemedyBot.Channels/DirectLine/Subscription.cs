using System.Threading.Channels;
using RemedyBot.Channels.Turns;

namespace RemedyBot.Channels.DirectLine;

/// <summary>One socket's queue.</summary>
public sealed class Subscription : IDisposable
{
    private readonly Channel<Frame> _frames;
    private readonly Action<Subscription> _left;
    private readonly Func<Bearer> _bearer;
    private int _disposed;

    internal Subscription(Channel<Frame> frames, Action<Subscription> left, Func<Bearer> bearer)
    {
        _frames = frames;
        _left = left;
        _bearer = bearer;
    }

    /// <summary>It fell too far behind.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>The newest token of its conversation.</summary>
    public Bearer Bearer => _bearer();

    internal ChannelReader<Frame> Frames => _frames.Reader;

    internal void Offer(Frame frame)
    {
        if (_frames.Writer.TryWrite(frame))
            return;
        Overflowed = true;
        End();
    }

    internal void End() => _frames.Writer.TryComplete();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            _left(this);
    }
}

/// <summary>One text frame.</summary>
/// <param name="Last">The number of its last Activity; 0 where it has none.</param>
internal sealed record Frame(byte[] Text, long Last);
