using System.Text.Json.Nodes;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Sealing;

/// <summary>Any JOSE library opens what we seal: here npm's jose, which shares no code with ours.</summary>
public sealed class JoseInteropTests
{
    [Fact]
    public async Task Another_library_opens_our_case_and_checks_our_receipt()
    {
        await using var desk = await ADesk.OpenAsync();
        using var key = OpeningKey.Create();
        var prepared = desk.Prepare("كلمات · शब्द", recipient: new Recipient("helpline", "hl.es", "Helpline", key.Public));
        var opened = await OtherSide.JoseAsync(new { @do = "open", jwe = prepared.Parcel.Content, key = JsonNode.Parse(key.ToJwk()) });
        Assert.Equal("ECDH-ES", (string?)opened["header"]!["alg"]);
        Assert.Equal("A256GCM", (string?)opened["header"]!["enc"]);
        Assert.Equal((key.Public.Kid, "hl.es", prepared.Ref), ((string?)opened["header"]!["kid"], (string?)opened["header"]!["rid"], (string?)opened["header"]!["ref"]));
        var bundle = JsonNode.Parse((string)opened["text"]!)!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(ADesk.Projection(prepared.Ref, "كلمات · शब्द")), bundle["projection"]));

        var keys = JsonNode.Parse(SignKeySet.Of(desk.Vault.Signing).ToJson());
        var verified = await OtherSide.JoseAsync(new { @do = "verify", jws = (string?)bundle["receipt"], keys });
        Assert.Equal(prepared.Ref, (string?)JsonNode.Parse((string)verified["text"]!)!["ref"]);
    }

    [Fact]
    public async Task We_open_what_another_library_sealed_with_its_jwk_or_its_pem()
    {
        var pair = await OtherSide.JoseAsync(new { @do = "pair" });
        const string text = """{"id":"RB-ABCDEFGHIJ","words":"ça va"}""";
        var answer = await OtherSide.JoseAsync(new { @do = "seal", text, key = pair["public"], header = new { kid = "theirs", rid = "hl.es", @ref = "RB-ABCDEFGHIJ" } });
        var jwe = (string)answer["jwe"]!;
        using var fromJwk = OpeningKey.Read(pair["private"]!.ToJsonString())!;
        using var fromPem = OpeningKey.Read((string)pair["pem"]!)!;
        Assert.Equal(text, SealedCase.OpenDocument(jwe, fromJwk)!.Json);
        Assert.Equal(text, SealedCase.OpenDocument(jwe, fromPem)!.Json);
    }
}
