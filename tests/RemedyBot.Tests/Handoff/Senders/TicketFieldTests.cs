using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.RequestTracker;
using RemedyBot.Handoff.Delivery.Zammad;

namespace RemedyBot.Tests.Handoff.Senders;

public sealed class TicketFieldTests
{
    [Fact]
    public async Task A_field_that_request_tracker_drops_is_named_and_the_case_is_there_once()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        var fake = ((RequestTrackerRig)it.Rig).Fake;
        fake.Unknown.UnionWith(["CaseRef", "Urgency"]);
        var parcel = it.Prepare().Parcel;
        var delivered = Assert.IsType<SendOutcome.Delivered>(await it.Sender.SendAsync(parcel, default));
        Assert.Equal(["CaseRef", "Urgency"], delivered.Lost.Order(StringComparer.Ordinal));
        await it.Sender.SendAsync(parcel, default);
        Assert.Single(it.Rig.Arrived);
    }

    [Theory, InlineData("request-tracker"), InlineData("zammad")]
    public async Task A_sealed_case_fills_no_field_and_travels_as_a_file(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var reference = HandoffReference.New(ADesk.Random);
        var recipient = it.Rig.Recipient with { Key = it.Rig.Public };
        var prepared = HandoffPreparation.Prepare(reference, ADesk.Projection(reference, "Canary words."), recipient, it.Desk.Terms(), new(it.Desk.Sign, ADesk.Random));
        Assert.Equal(ParcelForm.Jwe, prepared.Parcel.Form);
        Assert.IsType<SendOutcome.Delivered>(await it.Sender.SendAsync(prepared.Parcel, default));
        Assert.DoesNotContain(it.Rig.Bytes, bytes => bytes.Contains("Canary", StringComparison.Ordinal) || bytes.Contains("priv.doxxing", StringComparison.Ordinal) || bytes.Contains("\"high\"", StringComparison.Ordinal));
        Assert.Contains(it.Rig.Bytes, bytes => it.Rig.Opened(bytes)?.Contains("Canary words.", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_system_told_to_get_notices_only_gets_nothing_else()
    {
        var fake = new FakeRequestTracker();
        await using var it = await Underway.OpenAsync("request-tracker");
        var settings = new RequestTrackerSettings(new("https://rt.example/"), FakeRequestTracker.Token, "RemedyBot") { NoticeOnly = true };
        var sender = new RequestTrackerSender(SenderRig.RecipientId, settings, SenderRig.Texts, fake.Client());
        Assert.IsType<SendOutcome.Delivered>(await sender.SendAsync(it.Prepare("Canary words.").Parcel, default));
        Assert.DoesNotContain(fake.Bytes.Concat(Attachments.In(fake.Bytes)), bytes => bytes.Contains("Canary", StringComparison.Ordinal) || bytes.Contains("abuse.stalking", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Zammad_gets_priority_tags_and_attributes_and_no_address_of_a_person()
    {
        await using var it = await Underway.OpenAsync("zammad");
        await it.HandOverAsync();
        await it.SettleAsync();
        var fake = ((ZammadRig)it.Rig).Fake;
        var ticket = Assert.Single(fake.Tickets);
        Assert.Equal(("3 high", "high", "relay@helpline.example"), ((string?)ticket["priority"], (string?)ticket["case_urgency"], (string?)ticket["customer"]));
        Assert.Equal(["abuse.stalking", "language:es", "priv.doxxing"], fake.Tags.Select(tag => tag.Tag).Order(StringComparer.Ordinal));
        Assert.All(fake.Articles, article => Assert.True((bool)article["internal"]!));
    }

    [Fact]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "It is how Zammad signs.")]
    public void A_webhook_of_zammad_is_believed_only_when_signed()
    {
        var body = """{"ticket":{"id":17,"number":"22017"},"article":{"id":4}}"""u8;
        var signature = "sha1=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA1.HashData("token"u8, body));
        Assert.Equal("17", ZammadCall.TicketOf(body, signature, "token"));
        Assert.Equal("17", ZammadCall.TicketOf(body, signature.ToUpperInvariant(), "token"));
        Assert.Null(ZammadCall.TicketOf(body, signature, "other"));
        Assert.Null(ZammadCall.TicketOf(body, null, "token"));
        Assert.Null(ZammadCall.TicketOf("""{"ticket":{"id":18}}"""u8, signature, "token"));
    }
}
