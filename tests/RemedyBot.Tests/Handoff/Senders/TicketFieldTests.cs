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
        fake.Doubled.UnionWith(["Language", "HarmTypes"]);
        var parcel = it.Prepare().Parcel;
        var delivered = Assert.IsType<SendOutcome.Delivered>(await it.Sender.SendAsync(parcel, default));
        Assert.Equal(["CaseRef", "Urgency"], delivered.Lost.Order(StringComparer.Ordinal));
        await it.Sender.SendAsync(parcel, default);
        Assert.Single(it.Rig.Arrived);
    }

    [Theory, InlineData("request-tracker, sealed"), InlineData("zammad, sealed")]
    public async Task Where_a_card_says_sealed_neither_case_nor_answer_fills_a_field_and_both_travel_as_files(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = it.Prepare("Canary words.");
        Assert.Equal((ParcelForm.Jwe, null), (prepared.Parcel.Form, prepared.Parcel.Text));
        await it.SendAsync(prepared.Parcel);
        var answer = PersonAnswer.Prepare(new(it.Rig.Recipient, prepared.Ref, prepared.Parcel.Expires), "Canary answer.", 1, it.Desk.Today, new(it.Desk.Sign, ADesk.Random));
        await it.SendAsync(answer);
        Assert.DoesNotContain(it.Rig.Bytes, bytes => bytes.Contains("Canary", StringComparison.Ordinal) || bytes.Contains("priv.doxxing", StringComparison.Ordinal) || bytes.Contains("\"high\"", StringComparison.Ordinal));
        Assert.All(["Canary words.", "Canary answer."], words => Assert.Contains(it.Rig.Bytes, bytes => it.Rig.Opened(bytes)?.Contains(words, StringComparison.Ordinal) == true));
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
