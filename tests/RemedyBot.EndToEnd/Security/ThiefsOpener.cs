using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Jose;
using AesGcm = System.Security.Cryptography.AesGcm;

namespace RemedyBot.EndToEnd.Security;

/// <summary>
/// Tries every key that a folder holds on everything that is stored there, by the published scheme and without our own opening code.
/// </summary>
internal sealed partial class ThiefsOpener(string folder)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeadLength = 2;

    private static readonly string[] Purposes =
        ["state", "turn", "turn-id", "seen", "code-check", "code", "token", "token-sign", "outbox", "thread", "desk", "desk-worker", "desk-session"];

    private readonly IReadOnlyList<byte[]> _keys =
    [
        .. Disk.Files(folder).Where(file => file.Key.StartsWith("keys", StringComparison.Ordinal)).SelectMany(file => Candidates(file.Value)),
        new byte[32],
    ];

    /// <summary>Every row that opens: its table and what stands in it.</summary>
    public IReadOnlyList<(string Table, string Content)> Opened() =>
        [.. Disk.Rows(folder).Select(row => (row.Table, Content: Open(row))).Where(found => found.Content is not null).Select(found => (found.Table, found.Content!))];

    /// <summary>The sealed cases and letters that stand in a text, and whether one of the folder's keys opens them.</summary>
    public IReadOnlyList<(string Jwe, bool Opens)> Envelopes(string text) =>
        [.. Jwe().Matches(text).Select(found => (found.Value, _keys.Any(key => Opens(found.Value, key))))];

    private string? Open(StoredRow row) => _keys.SelectMany(key => Purposes.Select(purpose => Try(key, purpose, row))).FirstOrDefault(found => found is not null);

    private static string? Try(byte[] key, string purpose, StoredRow row)
    {
        var id = BitConverter.GetBytes(row.Id);
        Array.Reverse(id);
        foreach (var salt in new[] { row.Salt, [] })
        {
            foreach (var binding in new[] { id, [], "desk"u8.ToArray() })
            {
                byte[] derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, salt, Encoding.ASCII.GetBytes("remedybot/1/" + purpose));
                if (Decrypt(derived, [.. Encoding.ASCII.GetBytes("remedybot/1/" + purpose), 0, .. binding], row.Body) is { } content)
                    return content;
            }
        }

        return null;
    }

    private static string? Decrypt(byte[] key, byte[] aad, byte[] body)
    {
        var plain = new byte[body.Length - HeadLength - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(body.AsSpan(HeadLength, NonceLength), body.AsSpan(HeadLength + NonceLength, plain.Length), body.AsSpan(body.Length - TagLength), plain, aad);
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>A file as it is, and what it holds where it is text.</summary>
    private static IEnumerable<byte[]> Candidates(byte[] file)
    {
        yield return file;
        if (AsEcKey(file) is { } scalar)
            yield return scalar;
    }

    private static byte[]? AsEcKey(byte[] file)
    {
        using var key = ECDsa.Create();
        foreach (var import in new Action[]
        {
            () => key.ImportPkcs8PrivateKey(file, out _), () => key.ImportECPrivateKey(file, out _), () => key.ImportFromPem(Encoding.ASCII.GetString(file)),
        })
        {
            try
            {
                import();
                return key.ExportParameters(true).D;
            }
            catch (Exception e) when (e is CryptographicException or ArgumentException)
            {
                // Another form.
            }
        }

        return null;
    }

    private static bool Opens(string jwe, byte[] scalar)
    {
        if (scalar.Length != 32)
            return false;
        try
        {
            using var agreement = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
            JWT.DecodeBytes(jwe, agreement, JweAlgorithm.ECDH_ES, JweEncryption.A256GCM);
            return true;
        }
        catch (Exception e) when (e is JoseException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"eyJ[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+")]
    private static partial Regex Jwe();
}
