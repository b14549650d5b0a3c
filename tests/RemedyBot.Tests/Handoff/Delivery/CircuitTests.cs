using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Tests.Handoff.Senders;

namespace RemedyBot.Tests.Handoff.Delivery;

public sealed class CircuitTests
{
    [Fact]
    public async Task A_broken_recipient_is_left_alone_for_a_while_and_costs_no_attempts_and_nobody_else_waits()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        it.Rig.Expect([.. Enumerable.Repeat(Trouble.Broken, 200)]);
        for (var i = 0; i < 30; i++)
            await it.HandOverAsync();
        var other = new Other();
        var parcel = it.Prepare().Parcel;
        await it.Desk.QueueAsync(parcel with { Ref = HandoffReference.New(ADesk.Random), Recipient = new("helpline", Other.Id, "Other") });
        await it.DispatcherOf(it.Sender, other).RunOnceAsync(default);
        Assert.Equal(1, other.Calls);
        var waiting = await it.List.ListAsync(default);
        Assert.Equal(30, waiting.Count);
        Assert.InRange(waiting.Count(one => one.Attempts == 1), 10, 12);
        Assert.Equal(30, waiting.Count(one => one.Attempts <= 1 && !one.Sending));
    }

    [Fact]
    public async Task Two_processes_never_send_the_same_entry_at_once()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        await it.HandOverAsync();
        using var first = Assert.Single(await it.Desk.Vault.Outbox.DueAsync(9, default));
        using var second = Assert.Single(await it.Desk.Vault.Outbox.DueAsync(9, default));
        using var leased = await it.Desk.Vault.Outbox.LeaseAsync(first, Dispatcher.Lease, default);
        Assert.NotNull(leased);
        Assert.Null(await it.Desk.Vault.Outbox.LeaseAsync(second, Dispatcher.Lease, default));
        Assert.Empty(await it.Desk.Vault.Outbox.DueAsync(9, default));
        it.Desk.Time.Advance(Dispatcher.Lease);
        using var again = Assert.Single(await it.Desk.Vault.Outbox.DueAsync(9, default));
        Assert.Equal(1, again.Attempts);
    }

    private sealed class Other : ISender
    {
        internal const string Id = "hl.other";

        internal int Calls { get; private set; }

        public bool Takes(Parcel parcel) => parcel.Recipient.Id == Id;

        public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation)
        {
            Calls++;
            return Task.FromResult<SendOutcome>(new SendOutcome.Delivered(parcel.Ref));
        }
    }
}
