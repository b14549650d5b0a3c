using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using RemedyBot.Channels.Sms;

namespace RemedyBot.Tests.Channels.Sms;

public sealed class SmsProofTests
{
    private const string Secret = "a-secret-of-sixteen-letters";
    private static readonly byte[] Body = "{\"a\":1}"u8.ToArray();

    private static bool Holds(SmsWebhook webhook, string name, string value) => SmsProof.Holds(webhook with { Secret = Secret }, new HeaderDictionary { [name] = value }, Body);

    [Fact]
    public void A_secret_as_it_is()
    {
        var webhook = new SmsWebhook { Header = "X-Secret" };
        Assert.True(Holds(webhook, "x-secret", Secret));
        Assert.False(Holds(webhook, "x-secret", Secret + "x"));
        Assert.False(Holds(webhook, "x-other", Secret));
        Assert.False(Holds(webhook, "x-secret", ""));
    }

    [Fact]
    public void A_signature_of_the_body()
    {
        var webhook = new SmsWebhook { Header = "X-Signature", Proof = "hmac-sha256" };
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Body);
        Assert.True(Holds(webhook, "X-Signature", Convert.ToHexStringLower(signature)));
        Assert.True(Holds(webhook, "X-Signature", "sha256=" + Convert.ToHexString(signature)));
        Assert.True(Holds(webhook, "X-Signature", Convert.ToBase64String(signature)));
        Assert.False(Holds(webhook, "X-Signature", Secret));
        signature[0] ^= 1;
        Assert.False(Holds(webhook, "X-Signature", Convert.ToBase64String(signature)));
    }

    [Fact]
    public void A_user_and_a_password()
    {
        var webhook = new SmsWebhook { Proof = "basic", User = "gateway" };
        Assert.True(Holds(webhook, "Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("gateway:" + Secret))));
        Assert.False(Holds(webhook, "Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("other:" + Secret))));
        Assert.False(Holds(webhook, "Authorization", "Bearer " + Secret));
    }

    [Fact]
    public void Two_headers_prove_nothing() =>
        Assert.False(SmsProof.Holds(new() { Header = "X-Secret", Secret = Secret }, new HeaderDictionary { ["X-Secret"] = new([Secret, Secret]) }, Body));

    [Fact]
    public void Without_a_secret_nobody_is_the_gateway() =>
        Assert.False(SmsProof.Holds(new() { Header = "X-Secret", Secret = "" }, new HeaderDictionary { ["X-Secret"] = "" }, Body));
}
