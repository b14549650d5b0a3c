using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace RemedyBot.Channels.Signal;

/// <summary>A stream as lines, bounded.</summary>
internal static class Lines
{
    private const int Longest = 1024 * 1024;

    /// <param name="silence">How long nothing may come; infinite where the other side gives no sign of life.</param>
    /// <exception cref="IOException">The stream broke, ended, fell silent, or sent a line without an end.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Stream stream, TimeSpan silence, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        while (true)
        {
            var read = await ReadAsync(reader, silence, time, cancellation).ConfigureAwait(false);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, end).ToArray();
                rest = rest.Slice(rest.GetPosition(1, end));
                yield return line.AsMemory(0, line is [.., (byte)'\r'] ? line.Length - 1 : line.Length);
            }
            if (read.IsCompleted || rest.Length > Longest)
                throw new IOException("The line to signal-cli broke.");
            reader.AdvanceTo(rest.Start, rest.End);
        }
    }

    private static async Task<ReadResult> ReadAsync(PipeReader reader, TimeSpan silence, TimeProvider time, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(silence, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await reader.ReadAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException("The line to signal-cli fell silent.");
        }
    }
}
