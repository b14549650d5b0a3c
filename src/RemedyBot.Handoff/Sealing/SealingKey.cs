using System.Security.Cryptography;

namespace RemedyBot.Handoff.Sealing;

/// <summary>The public half of a recipient's or a handoff's P-256 key: seals, opens nothing.</summary>
public sealed class SealingKey : IEquatable<SealingKey>
{
    private readonly ECParameters _point;

    internal SealingKey(ECParameters key, string kid)
    {
        _point = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = key.Q };
        Kid = kid;
    }

    /// <summary>The kid that its JWK gives, else the RFC 7638 thumbprint, base64url.</summary>
    public string Kid { get; }

    /// <summary>Reads a JWK or an SPKI PEM (of a private key, its public half); null where it holds no P-256 key.</summary>
    public static SealingKey? Read(string text) => KeyText.Read(text) is { } read ? new SealingKey(read.Key, read.Kid) : null;

    /// <summary>Says whether a text that <see cref="Read"/> takes also holds a private half, which a server should not be given.</summary>
    public static bool HoldsPrivateHalf(string text) => KeyText.Read(text) is { Key.D: not null };

    public string ToJwk() => KeyText.WriteJwk(_point, Kid);

    internal ECDiffieHellman ToAgreement() => ECDiffieHellman.Create(_point);

    public bool Equals(SealingKey? other) => other is not null && ToJwk() == other.ToJwk();

    public override bool Equals(object? obj) => Equals(obj as SealingKey);

    public override int GetHashCode() => Kid.GetHashCode(StringComparison.Ordinal);
}
