using System.Security.Cryptography;
using RemedyBot.Storage.Slots;

namespace RemedyBot.Storage.Outbox;

/// <summary>One opened thread. Zeroed when disposed.</summary>
public sealed class ThreadEntry : IDisposable
{
    internal ThreadEntry(SlotValue stored) => Stored = stored;

    public ReadOnlyMemory<byte> Payload => Stored.Content;

    internal SlotValue Stored { get; }

    public void Dispose() => CryptographicOperations.ZeroMemory(Stored.Content);
}
