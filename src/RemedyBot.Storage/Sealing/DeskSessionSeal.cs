using System.Security.Cryptography;

namespace RemedyBot.Storage.Sealing;

/// <summary>Seals the desk's private key under a session id, so that memory alone opens no case while no worker's request runs.</summary>
public static class DeskSessionSeal
{
    private const int SaltLength = 16;

    private static ReadOnlySpan<byte> Binding => "desk"u8;

    /// <param name="session">32 random bytes, known to the worker's cookie only.</param>
    public static byte[] Seal(ReadOnlySpan<byte> session, ReadOnlySpan<byte> secret)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        using var key = SealKey.From(session, salt, Purpose.DeskSession);
        return [.. salt, .. Record.Seal(key, Binding, secret, new SystemRandomness())];
    }

    /// <summary>Null: cannot be opened. The caller zeroes what it gets.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> session, ReadOnlySpan<byte> sealedSecret)
    {
        if (sealedSecret.Length < SaltLength)
            return null;
        using var key = SealKey.From(session, sealedSecret[..SaltLength], Purpose.DeskSession);
        return Record.Open(key, Binding, sealedSecret[SaltLength..]);
    }
}
