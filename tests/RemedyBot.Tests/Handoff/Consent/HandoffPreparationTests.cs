using System.Text.Json;
using System.Text.RegularExpressions;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Sealing;

namespace RemedyBot.Tests.Handoff.Consent;

public sealed class HandoffPreparationTests
{
    [Fact]
    public async Task A_recipients_key_opens_projection_and_receipt()
    {
        await using var desk = await ADesk.OpenAsync();
        using var key = OpeningKey.Create();
        var prepared = desk.Prepare(recipient: new Recipient("helpline", "hl.es", "Helpline", key.Public));

        Assert.Equal(ParcelForm.Jwe, prepared.Parcel.Form);
        Assert.Equal(new SealLabel("hl.es", prepared.Ref), Envelope.LabelOf(prepared.Parcel.Content));
        var bundle = SealedCase.Open(prepared.Parcel.Content, key)!;
        Assert.Equal(ADesk.Projection(prepared.Ref), bundle.Projection);
        var receipt = Receipts.Verify(bundle.ReceiptJws, SignKeySet.Of(desk.Vault.Signing))!;
        Assert.Equal(prepared.Ref, receipt.Ref);
        Assert.Equal(new ReceiptRecipient("helpline", "hl.es", "Helpline"), receipt.Recipient);
        Assert.Equal(["g1", "g3", "g4"], receipt.Groups);
        Assert.Equal(desk.Today.AddDays(30), receipt.Expires);
    }

    [Fact]
    public async Task A_receipt_is_signed_with_es256_under_the_published_key()
    {
        await using var desk = await ADesk.OpenAsync();
        using var key = OpeningKey.Create();
        var jws = desk.Prepare(recipient: new Recipient("helpline", "hl.es", "Helpline", key.Public)).ReceiptJws;
        var header = Jose.JWT.Headers(jws);
        Assert.Equal("ES256", header["alg"]);
        Assert.Equal(desk.Vault.Signing.Current.KeyId, header["kid"]);
        Assert.NotNull(Receipts.Verify(jws, SignKeySet.Read(SignKeySet.Of(desk.Vault.Signing).ToJson())!));
    }

    [Fact]
    public async Task A_sealed_case_fills_a_size_class_whatever_it_says()
    {
        await using var desk = await ADesk.OpenAsync();
        using var key = OpeningKey.Create();
        var recipient = new Recipient("helpline", "hl.es", "Helpline", key.Public);
        var lengths = new[] { "No.", new string('x', 700), "Ω" }.Select(words => desk.Prepare(words, recipient: recipient).Parcel.Content.Length).ToList();
        // Base64url makes four characters of three bytes, so a text misses its class by a few.
        Assert.InRange(lengths.Max() - lengths.Min(), 0, 3);
        Assert.InRange(lengths[0], 3_900, 4_000);
    }

    [Fact]
    public async Task Without_a_key_the_bundle_stays_readable_inside_the_store()
    {
        await using var desk = await ADesk.OpenAsync();
        var parcel = desk.Prepare(recipient: new Recipient("authority", "dpa.es", "Authority", Key: null)).Parcel;
        Assert.Equal(ParcelForm.Clear, parcel.Form);
        using var document = JsonDocument.Parse(parcel.Content);
        Assert.Equal(parcel.Ref, document.RootElement.GetProperty("projection").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_projection_with_another_reference_is_not_sealed()
    {
        await using var desk = await ADesk.OpenAsync();
        var recipient = new Recipient("helpline", "hl.es", "Helpline", Key: null);
        Assert.Throws<ArgumentException>(() => HandoffPreparation.Prepare(
            HandoffReference.New(ADesk.Random), ADesk.Projection("RB-ABCDEFGHIJ"), recipient, desk.Terms(), new HandoffMeans(desk.Sign, ADesk.Random)));
    }

    // T17: two helplines that put their copies side by side find nothing that only this person's case has.
    [Fact]
    public async Task Two_recipients_copies_share_no_value_but_what_was_consented_to()
    {
        await using var desk = await ADesk.OpenAsync();
        using var one = OpeningKey.Create();
        using var other = OpeningKey.Create();
        var first = desk.Prepare(recipient: new Recipient("helpline", "hl.one", "One", one.Public));
        var second = desk.Prepare(recipient: new Recipient("helpline", "hl.two", "Two", other.Public));

        Assert.NotEqual(first.Ref, second.Ref);
        Assert.NotEqual(first.BoxId, second.BoxId);
        Assert.NotEqual(first.BoxKey, second.BoxKey);
        var shared = Values(SealedCase.Open(first.Parcel.Content, one)!).Intersect(Values(SealedCase.Open(second.Parcel.Content, other)!)).ToHashSet();
        var consented = Values(ADesk.Projection("RB-SOMETHINGX")).ToHashSet();
        string[] terms = ["https://help.example", "helpline", "g1", "g3", "g4", "support", "self", ADesk.Day(desk.Today), ADesk.Day(desk.Today.AddDays(30)), "1"];
        Assert.Empty(shared.Except(consented).Except(terms));
    }

    [Fact]
    public void References_are_rb_and_ten_base_32_characters_and_never_the_same()
    {
        var all = Enumerable.Range(0, 2_000).Select(_ => HandoffReference.New(ADesk.Random)).ToList();
        Assert.All(all, reference => Assert.Matches(new Regex("^RB-[A-Z2-7]{10}$"), reference));
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.True(HandoffReference.IsOne(all[0]));
        Assert.False(HandoffReference.IsOne("RB-abcdefghij"));
        Assert.False(HandoffReference.IsOne("RB-ABCDEFGHI/"));
    }

    [Fact]
    public async Task A_head_says_what_the_list_needs_and_is_always_as_long()
    {
        await using var desk = await ADesk.SetUpAsync();
        using var session = await desk.SessionAsync();
        var heads = new[] { desk.Prepare(), desk.Prepare("Another story, much longer than the first.", "U0") }.Select(prepared => prepared.Parcel.Head!).ToList();
        Assert.Equal(heads[0].Length, heads[1].Length);
        var head = DeskHead.Open(heads[0], session.Key)!;
        Assert.Equal(("U1", "es", "abuse.stalking", HandoffState.Delivered), (head.Urgency, head.Language, head.Harm, head.State));
    }

    private static IEnumerable<string> Values(CaseBundle bundle) =>
        Values(bundle.Projection).Concat(Values(System.Text.Encoding.UTF8.GetString(Jose.JWT.PayloadBytes(bundle.ReceiptJws))));

    private static List<string> Values(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Leaves(document.RootElement.Clone()).ToList();
    }

    private static IEnumerable<string> Leaves(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Leaves(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
        _ => [element.ToString()],
    };
}
