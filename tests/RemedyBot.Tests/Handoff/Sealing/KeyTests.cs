using System.Security.Cryptography;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Sealing;

public sealed class KeyTests
{
    [Fact]
    public void A_key_is_the_same_as_jwk_and_as_every_pem()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var fromPkcs8 = OpeningKey.Read(pair.ExportPkcs8PrivateKeyPem());
        using var fromSec1 = OpeningKey.Read(pair.ExportECPrivateKeyPem());
        using var fromJwk = OpeningKey.Read(fromPkcs8!.ToJwk());
        var fromSpki = SealingKey.Read(pair.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(fromPkcs8.Public, fromSec1!.Public);
        Assert.Equal(fromPkcs8.Public, fromJwk!.Public);
        Assert.Equal(fromPkcs8.Public, fromSpki);
        Assert.Equal(fromPkcs8.ToJwk(), fromJwk.ToJwk());
    }

    [Fact]
    public void A_public_half_never_carries_the_private_one()
    {
        using var key = OpeningKey.Create();
        var seal = SealingKey.Read(key.ToJwk())!;
        Assert.DoesNotContain("\"d\"", seal.ToJwk(), StringComparison.Ordinal);
        Assert.True(SealingKey.HoldsPrivateHalf(key.ToJwk()));
        Assert.False(SealingKey.HoldsPrivateHalf(seal.ToJwk()));
        Assert.Null(OpeningKey.Read(seal.ToJwk()));
    }

    [Fact]
    public void The_kid_is_the_owners_or_else_the_thumbprint()
    {
        // RFC 7638 over the public members of the P-256 key of RFC 7517, appendix A.1.
        const string rfc = """{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}""";
        Assert.Equal("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s", SealingKey.Read(rfc)!.Kid);
        Assert.Equal("ours", SealingKey.Read(rfc.Replace("\"kty\"", "\"kid\":\"ours\",\"kty\"", StringComparison.Ordinal))!.Kid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"AA\",\"y\":\"AA\"}")]
    [InlineData("{\"kty\":\"RSA\",\"n\":\"AA\",\"e\":\"AQAB\"}")]
    [InlineData("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"y\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    [InlineData("[1,2")]
    public void What_is_no_p256_key_is_refused_without_an_exception(string text)
    {
        Assert.Null(SealingKey.Read(text));
        Assert.Null(OpeningKey.Read(text));
    }

    [Fact]
    public void A_private_half_of_another_key_is_refused()
    {
        using var one = OpeningKey.Create();
        using var other = OpeningKey.Create();
        var mixed = System.Text.Json.Nodes.JsonNode.Parse(one.ToJwk())!.AsObject();
        mixed["d"] = System.Text.Json.Nodes.JsonNode.Parse(other.ToJwk())!["d"]!.GetValue<string>();
        Assert.Null(OpeningKey.Read(mixed.ToJsonString()));
    }

    [Fact]
    public void Other_curves_in_pem_are_refused()
    {
        using var p384 = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384);
        Assert.Null(OpeningKey.Read(p384.ExportPkcs8PrivateKeyPem()));
    }
}
