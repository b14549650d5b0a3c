using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Desk;
using RemedyBot.Handoff.Live;
using RemedyBot.Storage.Desk;
using RemedyBot.Storage.Vault;
using RemedyBot.Tests.Handoff.Senders;

namespace RemedyBot.Tests.Handoff.Delivery;

/// <summary>A system that is only told of the desk's cases, and is down.</summary>
public sealed class BellTests
{
    private static readonly ReceiptRecipient Bell = new("helpline", SenderRig.RecipientId, "Bell");

    [Fact]
    public async Task While_it_is_down_what_the_person_writes_and_says_still_reaches_the_desk()
    {
        await using var desk = await ADesk.SetUpAsync();
        var (prepared, _) = await AtDeskAsync(desk);
        var means = new HandoffMeans(desk.Sign, ADesk.Random);
        var route = new HandoffRoute(desk.Recipient, prepared.Ref, prepared.Parcel.Expires);
        await desk.QueueAsync(PersonAnswer.Prepare(route, "I am safe now.", 1, desk.Today, means));
        await desk.QueueAsync(PersonAnswer.Prepare(route with { Happened = TalkEvent.Cancelled }, "", 2, desk.Today, means));
        for (var pass = 0; pass < 3; pass++)
            await Dispatcher(desk).RunOnceAsync(default);
        Assert.NotNull(await desk.Vault.Desk.GetAsync(DeskDraft.AnswerRef(prepared.Ref, 1), default));
        Assert.NotNull(await desk.Vault.Desk.GetAsync(DeskDraft.AnswerRef(prepared.Ref, 2), default));
        Assert.Equal((prepared.Ref, ParcelForm.Notice), Only(await new OutboxList(desk.Vault.Outbox, desk.Time).ListAsync(default)));
    }

    [Fact]
    public async Task Of_what_was_taken_back_it_is_not_told_any_more()
    {
        await using var desk = await ADesk.SetUpAsync();
        var (prepared, id) = await AtDeskAsync(desk);
        Assert.Single(await desk.Vault.Outbox.ListAsync(default));
        await desk.WithdrawAsync(new Withdrawal(id, prepared.Ref, null));
        Assert.Null(await desk.Vault.Desk.GetAsync(prepared.Ref, default));
        Assert.Empty(await desk.Vault.Outbox.ListAsync(default));
    }

    private static async Task<(PreparedHandoff Prepared, long Id)> AtDeskAsync(ADesk desk)
    {
        var prepared = desk.Prepare(recipient: desk.Recipient with { Notify = Bell });
        var id = desk.Vault.Outbox.NewId();
        await desk.Vault.Outbox.AddAsync(prepared.Parcel.ToDraft(id, desk.Time.GetUtcNow()), default);
        Assert.Equal(1, await Dispatcher(desk).RunOnceAsync(default));
        Assert.NotNull(await desk.Vault.Desk.GetAsync(prepared.Ref, default));
        return (prepared, id);
    }

    private static Dispatcher Dispatcher(ADesk desk) => desk.Dispatcher(new DeskSender(), new Silent());

    private static (string Key, ParcelForm? Form) Only(IReadOnlyList<ListedParcel> listed) => (Assert.Single(listed).Key, listed[0].Form);

    private sealed class Silent : ISender
    {
        public bool Takes(Parcel parcel) => parcel.Recipient == Bell;

        public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation) => Task.FromResult<SendOutcome>(new SendOutcome.TryLater(Reasons.Unreachable));
    }
}
