using System.Security.Cryptography;

namespace RemedyBot.Storage.Keys;

/// <summary>One ECDSA P-256 key of this server.</summary>
/// <param name="KeyId">RFC 7638 thumbprint, base64url.</param>
/// <param name="Key">Owned by the ring: do not dispose.</param>
public sealed record SigningKey(string KeyId, ECDsa Key)
{
    public override string ToString() => nameof(SigningKey);
}
