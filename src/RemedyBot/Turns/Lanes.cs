namespace RemedyBot.Turns;

/// <summary>One turn at a time for each conversation, many conversations at once. Holds nothing of a conversation but its hash.</summary>
public sealed class Lanes
{
    private sealed class Lane : IDisposable
    {
        public readonly SemaphoreSlim Gate = new(1, 1);
        public int Users;

        public void Dispose() => Gate.Dispose();
    }

    private readonly Dictionary<Int128, Lane> _lanes = [];

    public async Task<IDisposable> EnterAsync(ReadOnlyMemory<byte> conversationId, CancellationToken cancellation)
    {
        var name = System.Buffers.Binary.BinaryPrimitives.ReadInt128BigEndian(conversationId.Span);
        Lane lane;
        lock (_lanes)
        {
            if (!_lanes.TryGetValue(name, out lane!))
                _lanes[name] = lane = new();
            lane.Users++;
        }
        try
        {
            await lane.Gate.WaitAsync(cancellation);
        }
        catch
        {
            Leave(name, lane, entered: false);
            throw;
        }
        return new Pass(this, name, lane);
    }

    private void Leave(Int128 name, Lane lane, bool entered)
    {
        if (entered)
            lane.Gate.Release();
        lock (_lanes)
        {
            if (--lane.Users > 0)
                return;
            _lanes.Remove(name);
            lane.Dispose();
        }
    }

    private sealed class Pass(Lanes lanes, Int128 name, Lane lane) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                lanes.Leave(name, lane, entered: true);
        }
    }
}
