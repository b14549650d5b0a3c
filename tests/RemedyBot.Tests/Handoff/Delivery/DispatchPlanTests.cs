using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Storage.Outbox;

namespace RemedyBot.Tests.Handoff.Delivery;

public sealed class DispatchPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Far = new(2027, 1, 1);

    [Fact]
    public void What_waits_for_one_recipient_never_holds_back_another_of_the_same_case()
    {
        var bell = One("hl.bell", ParcelForm.Notice, order: 0, Now.AddHours(6));
        Assert.Equal(["desk 1"], Tried(bell, One("desk", ParcelForm.Answer, 1, Now), One("desk", ParcelForm.Answer, 2, Now)));
    }

    [Fact]
    public void Each_recipient_gets_a_case_in_its_order()
    {
        var waiting = One("desk", ParcelForm.Desk, 0, Now.AddHours(6));
        Assert.Empty(Tried(waiting, One("desk", ParcelForm.Answer, 1, Now)));
        // Nothing can follow a case that died; an answer that died holds nobody back.
        Assert.Empty(Tried(Dead(One("desk", ParcelForm.Desk, 0, Now)), One("desk", ParcelForm.Answer, 1, Now)));
        Assert.Equal(["desk 2"], Tried(Dead(One("desk", ParcelForm.Answer, 1, Now)), One("desk", ParcelForm.Answer, 2, Now)));
    }

    private static IEnumerable<string> Tried(params Waiting[] all) =>
        DispatchPlan.Lanes(all, Now, 9).SelectMany(lane => lane).Select(one => $"{one.Parcel.Recipient.Id} {one.Parcel.Order}");

    private static Waiting One(string recipient, ParcelForm form, int order, DateTimeOffset due) =>
        new(new OutboxEntry(order, 0, due, Far), new Parcel(new ReceiptRecipient("helpline", recipient, recipient), "RB-ABCDEFGHIJ", null, form, Far, "") { Order = order });

    private static Waiting Dead(Waiting one) => one with { Entry = one.Entry with { Dead = Reasons.Refused } };
}
