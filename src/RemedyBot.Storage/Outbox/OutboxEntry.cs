using System.Security.Cryptography;

namespace RemedyBot.Storage.Outbox;

/// <summary>One opened outbox row. Zeroed when disposed.</summary>
/// <param name="Attempts">How often delivery was tried before.</param>
public sealed record OutboxEntry(long Id, int Attempts, DateTimeOffset Due, DateOnly LastDay) : IDisposable
{
    internal byte[] Bytes { get; init; } = [];

    internal byte[] Tag { get; init; } = [];

    public ReadOnlyMemory<byte> Payload => Bytes;

    public void Dispose() => CryptographicOperations.ZeroMemory(Bytes);

    public override string ToString() => nameof(OutboxEntry);
}
