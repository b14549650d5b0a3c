using System.Text.RegularExpressions;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Delivery.Webhook;
using RemedyBot.Tests.Oracles;

namespace RemedyBot.Tests.Handoff.Senders;

public sealed class WebhookTests
{
    private const string Secret = WebhookRig.Secret;
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_body_follows_the_published_schema()
    {
        await using var it = await Underway.OpenAsync("webhook");
        var prepared = it.Prepare();
        var route = new HandoffRoute(it.Rig.Recipient, prepared.Ref, prepared.Parcel.Expires);
        var answer = PersonAnswer.Prepare(route, "Yes, please.", 1, it.Desk.Today, new HandoffMeans(it.Desk.Sign, ADesk.Random));
        foreach (var parcel in new[] { prepared.Parcel, answer, it.Withdrawal(prepared), prepared.Parcel with { Form = ParcelForm.Notice, Content = "" }, Parcel.OfReminder(prepared.Parcel.Recipient, prepared.Ref, prepared.Parcel.Expires) })
            Assert.IsType<SendOutcome.Delivered>(await it.Sender.SendAsync(parcel, default));
        var bodies = ((WebhookRig)it.Rig).Fake.Taken.Select(call => call.ToJsonString()).ToList();
        Assert.Equal(5, bodies.Count);
        Assert.All(await JsonSchemaOracle.Judge("src/RemedyBot.Handoff/Delivery/Webhook/webhook.schema.json", bodies), said => Assert.Equal("valid", said));
        Assert.All(await JsonSchemaOracle.Judge("src/RemedyBot.Handoff/Delivery/Webhook/webhook.schema.json", bodies.Select(body => Regex.Replace(body, "\"jw[es]\":\"[^\"]*\"", "\"text\":\"clear\""))).ContinueWith(said => said.Result.Take(3)), said => Assert.NotEqual("valid", said));
    }

    [Fact]
    public void A_call_counts_for_five_minutes_and_only_as_it_was_signed()
    {
        var body = "{}"u8.ToArray();
        var seconds = Now.ToUnixTimeSeconds();
        var time = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = WebhookSignature.Sign(Secret, seconds, "RB-1/case", body);
        Assert.True(WebhookSignature.IsRight(Secret, (time, "RB-1/case", signature), body, Now.AddMinutes(5)));
        Assert.False(WebhookSignature.IsRight(Secret, (time, "RB-1/case", signature), body, Now.AddMinutes(6)));
        Assert.False(WebhookSignature.IsRight(Secret, (time, "RB-1/case", signature), body, Now.AddMinutes(-6)));
        Assert.False(WebhookSignature.IsRight(Secret, (time, "RB-2/case", signature), body, Now));
        Assert.False(WebhookSignature.IsRight(Secret, (time, "RB-1/case", signature), "{ }"u8, Now));
        Assert.False(WebhookSignature.IsRight("another secret", (time, "RB-1/case", signature), body, Now));
        Assert.False(WebhookSignature.IsRight(Secret, ("-1", "RB-1/case", signature), body, Now));
        Assert.False(WebhookSignature.IsRight(Secret, (null, null, null), body, Now));
    }

    [Fact]
    public async Task What_is_not_sealed_is_not_sent()
    {
        await using var it = await Underway.OpenAsync("webhook");
        var clear = it.Prepare().Parcel with { Form = ParcelForm.Clear, Content = "{}" };
        Assert.Equal(new SendOutcome.Refused(Reasons.KeyMissing), await it.Sender.SendAsync(clear, default));
        Assert.Empty(it.Rig.Bytes);
    }
}
