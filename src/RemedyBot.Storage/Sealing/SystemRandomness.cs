using System.Security.Cryptography;

namespace RemedyBot.Storage.Sealing;

/// <summary>The operating system's generator: the only one that may seal a real conversation.</summary>
public sealed class SystemRandomness : IRandomness
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
