using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace RemedyBot.Channels.Signal;

/// <summary>One line for both ways: calls and their answers, and what comes by itself between them.</summary>
internal sealed class SocketLink(EndPoint address, TimeProvider time) : ISignalLink, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<ReadOnlyMemory<byte>?>> _waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _write = new(1, 1);
    private NetworkStream? _stream;
    private long _calls;

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var socket = address is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await ConnectAsync(socket, cancellation).ConfigureAwait(false);
        await using var stream = new NetworkStream(socket, ownsSocket: false);
        _stream = stream;
        try
        {
            yield return default;
            await foreach (var line in Lines.ReadAsync(stream, Timeout.InfiniteTimeSpan, time, cancellation).ConfigureAwait(false))
            {
                if (IdOf(line) is { } id && _waiting.TryRemove(id, out var waiting))
                    waiting.TrySetResult(line);
                else
                    yield return line;
            }
        }
        finally
        {
            _stream = null;
            foreach (var id in _waiting.Keys)
                if (_waiting.TryRemove(id, out var waiting))
                    waiting.TrySetResult(null);
        }
    }

    public async Task<(ReadOnlyMemory<byte>? Answer, bool Uncertain)> CallAsync(Func<string, byte[]> call, CancellationToken cancellation)
    {
        if (_stream is not { } stream)
            return (null, false);
        var id = Interlocked.Increment(ref _calls).ToString(CultureInfo.InvariantCulture);
        var waiting = _waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await WriteAsync(stream, call(id), cancellation).ConfigureAwait(false);
            return (await waiting.Task.WaitAsync(Patience, time, cancellation).ConfigureAwait(false), true);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or TimeoutException)
        {
            return (null, true);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public void Dispose() => _write.Dispose();

    private async Task ConnectAsync(Socket socket, CancellationToken cancellation)
    {
        try
        {
            await socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            throw new IOException("signal-cli is not there.");
        }
    }

    private async Task WriteAsync(NetworkStream stream, byte[] call, CancellationToken cancellation)
    {
        await _write.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await stream.WriteAsync((byte[])[.. call, (byte)'\n'], cancellation).ConfigureAwait(false);
        }
        finally
        {
            _write.Release();
        }
    }

    /// <summary>Of an answer; what comes by itself has none.</summary>
    private static string? IdOf(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind is JsonValueKind.Object ? SignalReader.Word(json.RootElement, "id") : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
