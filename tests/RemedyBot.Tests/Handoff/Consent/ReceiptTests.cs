using System.Buffers.Text;
using System.Text;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Consent;

public sealed class ReceiptTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly SealLabel Label = new("hl.es", "RB-ABCDEFGHIJ");

    [Fact]
    public void A_receipt_that_was_tampered_with_is_refused()
    {
        using var rig = new Rig();
        var parts = Receipts.Sign(Rig.Receipt(), rig.Sign).Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        Assert.NotNull(Receipts.Verify(string.Join('.', parts), rig.Keys));
        foreach (var changed in new[] { payload.Replace("g3", "g4", StringComparison.Ordinal), payload.Replace("2026-12", "2036-12", StringComparison.Ordinal), payload.Replace("hl.es", "hl.fr", StringComparison.Ordinal) })
        {
            Assert.NotEqual(payload, changed);
            Assert.Null(Receipts.Verify($"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(changed))}.{parts[2]}", rig.Keys));
        }
    }

    [Fact]
    public void A_receipt_of_another_server_is_refused()
    {
        using var rig = new Rig();
        using var other = new Rig();
        Assert.Null(Receipts.Verify(Receipts.Sign(Rig.Receipt(), rig.Sign), other.Keys));
    }

    [Fact]
    public void An_unsigned_receipt_is_refused()
    {
        using var rig = new Rig();
        var payload = Receipts.Sign(Rig.Receipt(), rig.Sign).Split('.')[1];
        var header = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"none","kid":"{{rig.Sign.Kid}}","typ":"{{Receipts.Kind}}"}"""));
        Assert.Null(Receipts.Verify($"{header}.{payload}.", rig.Keys));
    }

    [Fact]
    public void A_slip_or_a_withdrawal_is_no_receipt_and_no_other_of_them()
    {
        using var rig = new Rig();
        var slip = new ProofSlip("https://help.example", Label.Ref, Day).Sign(rig.Sign);
        var notice = new WithdrawalNotice("https://help.example", Label.Ref, Day).Sign(rig.Sign);
        Assert.NotNull(ProofSlip.Verify(slip, rig.Keys));
        Assert.NotNull(WithdrawalNotice.Verify(notice, rig.Keys));
        Assert.Null(WithdrawalNotice.Verify(slip, rig.Keys));
        Assert.Null(ProofSlip.Verify(notice, rig.Keys));
        Assert.Null(Receipts.Verify(slip, rig.Keys));
    }

    [Fact]
    public void A_withdrawal_carries_the_reference_and_nothing_else_of_the_case()
    {
        using var rig = new Rig();
        var notice = new WithdrawalNotice("https://help.example", Label.Ref, Day).Sign(rig.Sign);
        Assert.Equal("""{"instance":"https://help.example","ref":"RB-ABCDEFGHIJ","day":"2026-11-22"}""", Encoding.UTF8.GetString(Jose.JWT.PayloadBytes(notice)));
    }

    // T24: whoever can seal to the recipient's key (anybody) cannot pass one case off as another.
    [Theory]
    [InlineData("hl.fr", "RB-ABCDEFGHIJ")]
    [InlineData("hl.es", "RB-ZZZZZZZZZZ")]
    public void A_case_whose_inside_names_another_recipient_or_reference_does_not_open(string rid, string reference)
    {
        using var rig = new Rig();
        using var key = OpeningKey.Create();
        var bundle = rig.Bundle();
        Assert.NotNull(SealedCase.Open(SealedCase.Seal(bundle, key.Public, Label), key));
        Assert.Null(SealedCase.Open(SealedCase.Seal(bundle, key.Public, new SealLabel(rid, reference)), key));
        Assert.Null(SealedCase.OpenDocument(SealedCase.Seal(bundle, key.Public, new SealLabel(rid, reference)), key));
    }

    [Fact]
    public void A_case_that_is_not_the_one_consented_to_does_not_open()
    {
        using var rig = new Rig();
        using var key = OpeningKey.Create();
        var changed = rig.Bundle() with { Projection = """{"id":"RB-ABCDEFGHIJ","more":"than was agreed"}""" };
        Assert.Null(SealedCase.Open(SealedCase.Seal(changed, key.Public, Label), key));
    }

    private sealed class Rig : IDisposable
    {
        private readonly System.Security.Cryptography.ECDsa _key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);

        internal SignKey Sign => new(_key);

        internal SignKeySet Keys => new([Sign.PublicJwk]);

        internal static Receipt Receipt(string projection = """{"id":"RB-ABCDEFGHIJ"}""") => new(
            "https://help.example", Label.Ref, new ReceiptRecipient("helpline", Label.Rid, "Helpline"), ["g1", "g3"], "support", "self", Day, Day.AddDays(30), "1", Receipts.HashOf(projection));

        internal CaseBundle Bundle() => new("""{"id":"RB-ABCDEFGHIJ"}""", Receipts.Sign(Receipt(), Sign), []);

        public void Dispose() => _key.Dispose();
    }
}
