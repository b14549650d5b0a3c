using System.Security.Cryptography;
using System.Text.RegularExpressions;
using RemedyBot.Handoff.Consent;
using RemedyBot.Tests.Oracles;

namespace RemedyBot.Tests.Handoff.Consent;

/// <summary>The README's lines for helplines, run as they stand there: a slip and a receipt are checked by openssl, without any program of ours.</summary>
public sealed partial class OfflineProofTests
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_slip_and_a_receipt_are_checked_by_openssl_alone(bool slip)
    {
        using var folder = new AFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var sign = new SignKey(key);
        folder.File("remedybot-keys.json", new SignKeySet([sign.PublicJwk]).ToJson());
        // Signatures differ in how many leading zeros and signs they need.
        for (var i = 0; i < 12; i++)
        {
            var day = new DateOnly(2026, 11, 1).AddDays(i);
            var jws = slip ? new ProofSlip("https://help.example", "RB-ABCDEFGHIJ", day).Sign(sign) : Receipts.Sign(Receipt(day), sign);
            Assert.Equal((0, "Verified OK"), await CheckAsync(folder, jws));
        }
    }

    [Fact]
    public async Task A_slip_that_was_changed_or_signed_by_somebody_else_is_not_verified()
    {
        using var folder = new AFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        folder.File("remedybot-keys.json", new SignKeySet([new SignKey(key).PublicJwk]).ToJson());
        var slip = new ProofSlip("https://help.example", "RB-ABCDEFGHIJ", new(2026, 11, 22));
        var parts = slip.Sign(new SignKey(key)).Split('.');
        var elsewhere = (slip with { Day = new(2026, 11, 23) }).Sign(new SignKey(key)).Split('.');
        foreach (var wrong in new[] { $"{parts[0]}.{elsewhere[1]}.{parts[2]}", slip.Sign(new SignKey(other)) })
            Assert.Equal("Verification failure", (await CheckAsync(folder, wrong)).Said);
    }

    private static async Task<(int Status, string Said)> CheckAsync(AFolder folder, string jws)
    {
        folder.File("slip.jws", jws + "\n");
        var recipe = Recipe().Match(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"))).Groups[1].Value;
        var (status, said, complained) = await Programs.RunAsync("bash", folder.Path, ["-e", "-c", recipe], "");
        return (status, said.Trim().Length > 0 ? said.Trim().Split('\n')[0] : complained);
    }

    private static Receipt Receipt(DateOnly day) => new(
        "https://help.example", "RB-ABCDEFGHIJ", new ReceiptRecipient("helpline", "hl.es", "Helpline"), ["g1", "g3"], "support", "self", day, day.AddDays(30), "1", Receipts.HashOf("{}"));

    [GeneratedRegex("```\n(hex\\(\\).*?)```", RegexOptions.Singleline)]
    private static partial Regex Recipe();
}
