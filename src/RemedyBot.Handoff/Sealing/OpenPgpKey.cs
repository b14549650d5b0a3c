using System.Globalization;
using System.Text;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;
using Org.BouncyCastle.Security;

namespace RemedyBot.Handoff.Sealing;

/// <summary>A recipient's public OpenPGP key, held in memory only and trusted by its fingerprint alone: no key server, no key ring.</summary>
public sealed class OpenPgpKey
{
    private const int BufferSize = 1 << 12;

    private readonly PgpPublicKey _primary;
    private readonly IReadOnlyList<PgpPublicKey> _subkeys;

    private OpenPgpKey(PgpPublicKeyRing ring)
    {
        _primary = ring.GetPublicKey();
        _subkeys = [.. ring.GetPublicKeys().Where(key => key.IsEncryptionKey && MayEncrypt(key))];
        Fingerprint = Convert.ToHexString(_primary.GetFingerprint());
    }

    /// <summary>Of the primary key, upper-case hex.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads an armored or binary public key; null where it is none, holds a private half, or has another fingerprint.</summary>
    /// <param name="fingerprint">As published by its owner; spaces and case do not matter. Short key ids are not enough.</param>
    public static OpenPgpKey? Read(string armored, string fingerprint)
    {
        try
        {
            using var decoder = PgpUtilities.GetDecoderStream(new MemoryStream(Encoding.ASCII.GetBytes(armored)));
            if (new PgpObjectFactory(decoder).NextPgpObject() is not PgpPublicKeyRing ring)
                return null;
            var key = new OpenPgpKey(ring);
            var wanted = string.Concat(fingerprint.Where(char.IsAsciiHexDigit)).ToUpper(CultureInfo.InvariantCulture);
            return key.Fingerprint == wanted && key._subkeys.Count > 0 ? key : null;
        }
        catch (Exception e) when (e is IOException or PgpException or ArgumentException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The first moment at which nothing can be sealed to it; null where it does not end.</summary>
    public DateTimeOffset? Ends(DateTimeOffset now)
    {
        var ends = _subkeys.Where(key => !IsRevoked(key)).Select(End).ToList();
        DateTimeOffset? latest = ends.Count == 0 ? now : ends.Contains(null) ? null : ends.Max();
        return IsRevoked(_primary) ? now : End(_primary) is { } primary && (latest is null || primary < latest) ? primary : latest;
    }

    public bool IsUsable(DateTimeOffset now) => Ends(now) is not { } end || end > now;

    /// <summary>An armored message: AES-256 with integrity protection. Nothing of it touches a file.</summary>
    /// <exception cref="InvalidOperationException">The key has expired or was revoked: ask <see cref="IsUsable"/> first.</exception>
    public string Seal(ReadOnlySpan<byte> plaintext, DateTimeOffset now)
    {
        if (!IsUsable(now))
            throw new InvalidOperationException("An expired key seals nothing.");
        var subkey = _subkeys.Where(key => !IsRevoked(key) && (End(key) is not { } end || end > now)).MaxBy(key => key.CreationTime)!;
        var encryption = new PgpEncryptedDataGenerator(SymmetricKeyAlgorithmTag.Aes256, withIntegrityPacket: true, new SecureRandom());
        encryption.AddMethod(subkey);
        using var result = new MemoryStream();
        using (var armor = new ArmoredOutputStream(result))
        {
            using var encrypted = encryption.Open(armor, new byte[BufferSize]);
            using var literal = new PgpLiteralDataGenerator().Open(encrypted, PgpLiteralData.Binary, "", plaintext.Length, DateTime.UnixEpoch);
            literal.Write(plaintext);
        }

        // Which software made it, and of which version, is nobody's business.
        return string.Join("\r\n", Encoding.ASCII.GetString(result.ToArray()).ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith("Version:", StringComparison.Ordinal)));
    }

    private static DateTimeOffset? End(PgpPublicKey key) => key.GetValidSeconds() is > 0 and var seconds
        ? new DateTimeOffset(DateTime.SpecifyKind(key.CreationTime, DateTimeKind.Utc)).AddSeconds(seconds)
        : null;

    private static bool IsRevoked(PgpPublicKey key) => key.HasRevocation();

    // Without key flags (old keys) whatever can encrypt may.
    private static bool MayEncrypt(PgpPublicKey key)
    {
        var flags = key.GetSignatures()
            .Where(signature => signature.HasSubpackets)
            .Select(signature => signature.GetHashedSubPackets().GetKeyFlags())
            .Where(flags => flags != 0)
            .ToList();
        return flags.Count == 0 || flags.Exists(one => (one & (PgpKeyFlags.CanEncryptCommunications | PgpKeyFlags.CanEncryptStorage)) != 0);
    }
}
