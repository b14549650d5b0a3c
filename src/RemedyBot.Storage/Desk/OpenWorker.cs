using System.Security.Cryptography;
using RemedyBot.Storage.Slots;

namespace RemedyBot.Storage.Desk;

/// <summary>A worker's opened row. Zeroed when disposed.</summary>
public sealed class OpenWorker : IDisposable
{
    internal OpenWorker(SlotValue stored, byte[] key)
    {
        Stored = stored;
        Key = key;
    }

    /// <summary>Desk private key, TOTP secret, last TOTP step: opaque here.</summary>
    public ReadOnlyMemory<byte> Payload => Stored.Content;

    internal SlotValue Stored { get; }

    internal byte[] Key { get; }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(Key);
        CryptographicOperations.ZeroMemory(Stored.Content);
    }
}
