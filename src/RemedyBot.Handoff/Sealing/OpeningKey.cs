using System.Security.Cryptography;

namespace RemedyBot.Handoff.Sealing;

/// <summary>A private P-256 key: opens what was sealed to its <see cref="Public"/> half. Dispose wipes it.</summary>
public sealed class OpeningKey : IDisposable
{
    private readonly ECParameters _key;

    private OpeningKey(ECParameters key, string kid)
    {
        _key = key;
        Public = new SealingKey(key, kid);
    }

    public SealingKey Public { get; }

    public static OpeningKey Create()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var key = pair.ExportParameters(includePrivateParameters: true);
        return new OpeningKey(key, KeyText.Thumbprint(key));
    }

    /// <summary>Reads a private JWK, PKCS#8 or SEC1 PEM; null where it holds no private P-256 key.</summary>
    public static OpeningKey? Read(string text) => KeyText.Read(text) is { Key.D: not null } read ? new OpeningKey(read.Key, read.Kid) : null;

    /// <summary>The private JWK. The caller keeps it only inside something sealed.</summary>
    public string ToJwk() => KeyText.WriteJwk(_key, Public.Kid);

    internal ECDiffieHellman ToAgreement() => ECDiffieHellman.Create(_key);

    public void Dispose() => CryptographicOperations.ZeroMemory(_key.D);
}
