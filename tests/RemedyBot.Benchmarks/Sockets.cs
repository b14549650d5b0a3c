using System.Net.WebSockets;

namespace RemedyBot.Benchmarks;

/// <summary>Many open streams, each of its own conversation.</summary>
internal sealed class Sockets : IDisposable
{
    private readonly List<ClientWebSocket> _open = [];

    /// <summary>Opens so many and reads the greeting of each.</summary>
    public static async Task<Sockets> OpenAsync(Uri root, int count)
    {
        var sockets = new Sockets();
        using var client = new HttpClient { BaseAddress = root };
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, cancellation) =>
        {
            var socket = new ClientWebSocket();
            socket.Options.SetBuffer(1024, 1024);
            await socket.ConnectAsync(await new ChannelTalk(client, voucher: null).StreamAsync(), cancellation);
            var buffer = new byte[4096];
            while (!(await socket.ReceiveAsync(buffer.AsMemory(), cancellation)).EndOfMessage)
            {
                // The greeting is longer than the buffer.
            }
            lock (sockets._open)
                sockets._open.Add(socket);
        });
        return sockets;
    }

    public void Dispose() => _open.ForEach(s => s.Dispose());
}
