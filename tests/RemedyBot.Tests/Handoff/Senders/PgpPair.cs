using System.Text;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>A helpline's OpenPGP key pair, made in memory. The end-to-end tests use keys that gpg made.</summary>
internal sealed class PgpPair
{
    private readonly PgpSecretKeyRing _ring;

    private PgpPair(PgpSecretKeyRing ring, string armored)
    {
        _ring = ring;
        Armored = armored;
        Fingerprint = Convert.ToHexString(ring.GetPublicKey().GetFingerprint());
    }

    /// <summary>One that has ended.</summary>
    internal static PgpPair Old { get; } = Make(new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), TimeSpan.FromDays(300));

    internal string Armored { get; }

    internal string Fingerprint { get; }

    internal static PgpPair Make(DateTime day, TimeSpan life)
    {
        var random = new SecureRandom();
        var rsa = new RsaKeyPairGenerator();
        rsa.Init(new RsaKeyGenerationParameters(Org.BouncyCastle.Math.BigInteger.ValueOf(65537), random, 2048, 25));
        var main = new PgpKeyPair(PublicKeyAlgorithmTag.RsaGeneral, rsa.GenerateKeyPair(), day);
        var sub = new PgpKeyPair(PublicKeyAlgorithmTag.RsaGeneral, rsa.GenerateKeyPair(), day);
        var generator = new PgpKeyRingGenerator(
            PgpSignature.PositiveCertification, main, "Intake <intake@helpline.test>", SymmetricKeyAlgorithmTag.Null, Array.Empty<char>(), useSha1: false, Flags(PgpKeyFlags.CanCertify, life), null, random);
        generator.AddSubKey(sub, Flags(PgpKeyFlags.CanEncryptCommunications | PgpKeyFlags.CanEncryptStorage, life), null);
        using var bytes = new MemoryStream();
        using (var armor = new ArmoredOutputStream(bytes))
            generator.GeneratePublicKeyRing().Encode(armor);
        return new PgpPair(generator.GenerateSecretKeyRing(), Encoding.ASCII.GetString(bytes.ToArray()));
    }

    internal string Open(string armored)
    {
        using var decoder = PgpUtilities.GetDecoderStream(new MemoryStream(Encoding.ASCII.GetBytes(armored)));
        var list = (PgpEncryptedDataList)new PgpObjectFactory(decoder).NextPgpObject();
        var data = (PgpPublicKeyEncryptedData)list[0];
        var secret = _ring.GetSecretKey(data.KeyId).ExtractPrivateKey(Array.Empty<char>());
        using var clear = data.GetDataStream(secret);
        var literal = (PgpLiteralData)new PgpObjectFactory(clear).NextPgpObject();
        using var reader = new StreamReader(literal.GetInputStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static PgpSignatureSubpacketVector Flags(int flags, TimeSpan life)
    {
        var packets = new PgpSignatureSubpacketGenerator();
        packets.SetKeyFlags(isCritical: true, flags);
        packets.SetKeyExpirationTime(isCritical: true, (long)life.TotalSeconds);
        return packets.Generate();
    }
}
