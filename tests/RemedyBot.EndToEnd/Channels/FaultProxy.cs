using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RemedyBot.EndToEnd.Channels;

/// <summary>A bad line between a client and a server: it cuts, delays, repeats, or holds what passes, and leaves the bytes as they are.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _server;

    /// <summary>A line that leads to this server.</summary>
    public static FaultProxy To(Uri server) => new(server);

    private FaultProxy(Uri server)
    {
        _server = server;
        _listener.Start();
        Root = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}/");
        _ = ServeAsync();
    }

    public Uri Root { get; }

    /// <summary>Each answer of the server waits so long, from now on.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Each post reaches the server twice.</summary>
    public bool Doubles { get; set; }

    /// <summary>Nothing passes to the client any more, and nobody is told: half of the line is dead.</summary>
    public bool Deaf { get; set; }

    /// <summary>Posts reach the server, and the line breaks before its answer does.</summary>
    public bool CutsAnswers { get; set; }

    /// <summary>Breaks every line.</summary>
    public void Cut()
    {
        foreach (var client in _open.Keys)
            client.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        Cut();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It ends.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        _open[near] = true;
        try
        {
            await far.ConnectAsync(_server.Host, _server.Port, _end.Token);
            await Task.WhenAny(UpAsync(near.GetStream(), far.GetStream()), DownAsync(far.GetStream(), near));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // One side went.
        }
        _open.TryRemove(near, out _);
    }

    private async Task UpAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _end.Token) is > 0 and var read)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
            // The client writes a whole call at once.
            if (Doubles && Encoding.ASCII.GetString(buffer, 0, Math.Min(read, 5)) == "POST ")
                await AgainAsync(buffer[..read]);
        }
    }

    private async Task AgainAsync(byte[] call)
    {
        using var other = new TcpClient();
        await other.ConnectAsync(_server.Host, _server.Port, _end.Token);
        await other.GetStream().WriteAsync(call, _end.Token);
        _ = await other.GetStream().ReadAtLeastAsync(new byte[1024], 1, throwOnEndOfStream: false, _end.Token);
    }

    private async Task DownAsync(NetworkStream from, TcpClient near)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _end.Token) is > 0 and var read)
        {
            if (CutsAnswers)
                return;
            if (Delay > TimeSpan.Zero)
                await Task.Delay(Delay, _end.Token);
            if (!Deaf)
                await near.GetStream().WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }
    }
}
