using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;

namespace RemedyBot.Tests.Handoff.Delivery;

public sealed class DispatcherTests
{
    [Fact]
    public async Task A_delivery_to_the_desk_writes_the_case_and_the_letter_and_empties_the_outbox()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = await desk.HandOverAsync();
        Assert.NotNull(await desk.Vault.Desk.GetAsync(prepared.Ref, default));
        var letter = Assert.Single(await desk.LettersAsync(prepared));
        Assert.Equal((HandoffState.Delivered, prepared.Ref), (letter.State, letter.Reference));
        Assert.Empty(await desk.Vault.Outbox.DueAsync(9, default));
    }

    [Fact]
    public async Task A_crash_after_the_commit_delivers_nothing_twice()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = await desk.HandOverAsync();
        Assert.Equal(0, await desk.Dispatcher().RunOnceAsync(default));
        Assert.Single(await desk.Vault.Desk.ListAsync(default));
        Assert.Single(await desk.LettersAsync(prepared));
    }

    [Fact]
    public async Task A_crash_between_sending_and_the_commit_sends_again_and_tells_once()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = desk.Prepare();
        await desk.QueueAsync(prepared.Parcel);
        var sender = new Told(new SendOutcome.Delivered(prepared.Ref)) { Before = () => throw new OperationCanceledException() };
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Dispatcher(sender).RunOnceAsync(stopping.Token));
        Assert.Empty(await desk.LettersAsync(prepared));

        Assert.Equal(1, await desk.Dispatcher().RunOnceAsync(default));
        Assert.Single(await desk.LettersAsync(prepared));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_crash_while_sending_holds_back_only_what_may_have_left(bool staysHere, int delivered)
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = desk.Prepare();
        await desk.QueueAsync(prepared.Parcel);
        using var stopping = new CancellationTokenSource();
        var sender = new Told(new SendOutcome.Delivered(prepared.Ref))
        {
            StaysHere = staysHere,
            Before = () =>
            {
                stopping.Cancel();
                throw new OperationCanceledException();
            },
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Dispatcher(sender).RunOnceAsync(stopping.Token));
        Assert.Equal(delivered, await desk.Dispatcher().RunOnceAsync(default));
    }

    [Fact]
    public async Task A_recipient_that_is_down_is_tried_again_later_and_nothing_is_told()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = desk.Prepare();
        await desk.QueueAsync(prepared.Parcel);
        var sender = new Told(new SendOutcome.TryLater("down"));
        Assert.Equal(0, await desk.Dispatcher(sender).RunOnceAsync(default));
        Assert.Equal(0, await desk.Dispatcher(sender).RunOnceAsync(default));
        Assert.Equal(1, sender.Calls);
        Assert.Empty(await desk.LettersAsync(prepared));

        desk.Time.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(1, await desk.Dispatcher().RunOnceAsync(default));
        Assert.Equal(HandoffState.Delivered, Assert.Single(await desk.LettersAsync(prepared)).State);
    }

    [Fact]
    public async Task A_sender_that_breaks_counts_as_down()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = desk.Prepare();
        await desk.QueueAsync(prepared.Parcel);
        var sender = new Told(new SendOutcome.Delivered(prepared.Ref)) { Before = () => throw new InvalidOperationException("secret words") };
        Assert.Equal(0, await desk.Dispatcher(sender).RunOnceAsync(default));
        Assert.Empty(await desk.LettersAsync(prepared));
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await desk.Vault.Outbox.DueAsync(9, default));
    }

    [Fact]
    public async Task A_refusal_is_told_as_failed_and_never_tried_again()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = desk.Prepare();
        await desk.QueueAsync(prepared.Parcel);
        Assert.Equal(1, await desk.Dispatcher(new Told(new SendOutcome.Refused("unknown"))).RunOnceAsync(default));
        Assert.Equal(HandoffState.Failed, Assert.Single(await desk.LettersAsync(prepared)).State);
        desk.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await desk.Dispatcher().RunOnceAsync(default));
        Assert.Empty(await desk.Vault.Desk.ListAsync(default));
    }

    [Fact]
    public async Task After_all_attempts_the_person_is_told_that_it_failed()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = desk.Prepare();
        await desk.QueueAsync(prepared.Parcel);
        var sender = new Told(new SendOutcome.TryLater("down"));
        for (var i = 0; i < RetryPolicy.MostAttempts; i++)
        {
            await desk.Dispatcher(sender).RunOnceAsync(default);
            desk.Time.Advance(TimeSpan.FromHours(8));
        }

        Assert.Equal(RetryPolicy.MostAttempts, sender.Calls);
        Assert.Equal(HandoffState.Failed, Assert.Single(await desk.LettersAsync(prepared)).State);
    }

    [Fact]
    public async Task Nothing_is_sent_once_the_consent_has_ended()
    {
        await using var desk = await ADesk.SetUpAsync();
        var prepared = desk.Prepare(days: 0);
        await desk.Vault.Outbox.AddAsync(new(desk.Vault.Outbox.NewId(), prepared.Parcel.ToJson(), desk.Time.GetUtcNow(), desk.Today.AddDays(1)), default);
        var sender = new Told(new SendOutcome.Delivered(prepared.Ref));
        Assert.Equal(1, await desk.Dispatcher(sender).RunOnceAsync(default));
        Assert.Equal(0, sender.Calls);
        Assert.Equal(HandoffState.Failed, Assert.Single(await desk.LettersAsync(prepared)).State);
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_dead_letter_and_not_lost_without_a_word()
    {
        await using var desk = await ADesk.SetUpAsync();
        await desk.Vault.Outbox.AddAsync(new(desk.Vault.Outbox.NewId(), "{}"u8.ToArray(), desk.Time.GetUtcNow(), desk.Today.AddDays(20)), default);
        var list = new OutboxList(desk.Vault.Outbox, desk.Time);
        for (var pass = 0; pass < 2; pass++)
        {
            await desk.Dispatcher().RunOnceAsync(default);
            var one = Assert.Single(await list.ListAsync(default));
            Assert.Equal(("?", "?", null, 1, Reasons.Malformed), (one.Key, one.Recipient, one.Form, one.Attempts, one.Dead));
        }

        Assert.Equal(1, await list.DropAsync(null, default));
        Assert.Empty(await list.ListAsync(default));
    }

    private sealed class Told(SendOutcome outcome) : ISender
    {
        internal int Calls { get; private set; }

        internal Action? Before { get; init; }

        public bool Takes(Parcel parcel) => true;

        public bool StaysHere { get; init; }

        public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation)
        {
            Calls++;
            Before?.Invoke();
            return Task.FromResult(outcome);
        }
    }
}
