using System.Security.Cryptography;
using Jose;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Handoff.Consent;

/// <summary>The server's ECDSA P-256 key: signs receipts, withdrawals and slips, opens nothing.</summary>
public sealed class SignKey
{
    private readonly ECDsa _key;

    /// <param name="key">Stays its owner's: the key ring disposes of it.</param>
    public SignKey(ECDsa key)
    {
        _key = key;
        var parameters = key.ExportParameters(includePrivateParameters: false);
        Kid = KeyText.Thumbprint(parameters);
        PublicJwk = KeyText.WriteJwk(parameters, Kid);
    }

    /// <summary>RFC 7638 thumbprint, base64url.</summary>
    public string Kid { get; }

    public string PublicJwk { get; }

    /// <param name="kind">Stands in the protected header, so that a slip can never be shown as a receipt.</param>
    internal string Sign(byte[] payload, string kind) =>
        JWT.EncodeBytes(payload, _key, JwsAlgorithm.ES256, new Dictionary<string, object>(StringComparer.Ordinal) { ["kid"] = Kid, ["typ"] = kind });
}
