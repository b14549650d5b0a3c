namespace RemedyBot.Channels.Signal;

/// <summary>The line to signal-cli: a socket, or its web interface.</summary>
internal interface ISignalLink
{
    /// <summary>What comes, until the line breaks; an empty line first, once it is open.</summary>
    /// <exception cref="IOException">It cannot be opened, or broke.</exception>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ListenAsync(CancellationToken cancellation);

    /// <summary>One call and its answer.</summary>
    /// <param name="call">Made for the id that the link gives it.</param>
    /// <returns>The answer; or whether the call may have arrived all the same.</returns>
    Task<(ReadOnlyMemory<byte>? Answer, bool Uncertain)> CallAsync(Func<string, byte[]> call, CancellationToken cancellation);
}
