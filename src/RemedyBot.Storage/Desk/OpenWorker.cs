using System.Security.Cryptography;

namespace RemedyBot.Storage.Desk;

/// <summary>A worker's opened row. Zeroed when disposed.</summary>
public sealed class OpenWorker : IDisposable
{
    internal long Id { get; init; }

    internal byte[] Key { get; init; } = [];

    internal byte[] Salt { get; init; } = [];

    internal byte[] Tag { get; init; } = [];

    internal byte[] Bytes { get; init; } = [];

    /// <summary>Desk private key, TOTP secret, last TOTP step: opaque here.</summary>
    public ReadOnlyMemory<byte> Payload => Bytes;

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(Key);
        CryptographicOperations.ZeroMemory(Bytes);
    }
}
