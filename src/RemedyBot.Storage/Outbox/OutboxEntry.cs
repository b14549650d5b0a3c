using System.Security.Cryptography;

namespace RemedyBot.Storage.Outbox;

/// <summary>One opened outbox row. Zeroed when disposed.</summary>
/// <param name="Attempts">How often delivery was tried before.</param>
/// <param name="Due">When to try next; under a lease, when the lease ends.</param>
public sealed record OutboxEntry(long Id, int Attempts, DateTimeOffset Due, DateOnly LastDay) : IDisposable
{
    /// <summary>Somebody is sending it, or died while sending it.</summary>
    public bool Leased { get; init; }

    /// <summary>Why nobody tries any more: a stable word. Null while it is under way.</summary>
    public string? Dead { get; init; }

    /// <summary>Why the last attempt failed: a stable word. Null before one has.</summary>
    public string? Last { get; init; }

    /// <summary>An earlier attempt may have arrived without our knowing.</summary>
    public bool MayHaveArrived { get; init; }

    internal bool Push { get; init; }

    internal byte[] Bytes { get; init; } = [];

    internal byte[] Tag { get; init; } = [];

    public ReadOnlyMemory<byte> Payload => Bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(Bytes);

    public override string ToString() => nameof(OutboxEntry);
}
