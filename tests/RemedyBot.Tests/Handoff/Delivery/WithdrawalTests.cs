using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;
using RemedyBot.Handoff.Letters;
using RemedyBot.Tests.Handoff.Senders;

namespace RemedyBot.Tests.Handoff.Delivery;

/// <summary>What a person is told of a case that they took back: what is known, and no more.</summary>
public sealed class WithdrawalTests
{
    [Fact]
    public async Task One_that_nobody_takes_is_told_after_some_days_and_tried_until_the_last_day()
    {
        await using var it = await Underway.OpenAsync("webhook");
        var prepared = it.Prepare();
        await it.Desk.QueueAsync(it.Withdrawal(prepared));
        var down = new Says(new SendOutcome.TryLater(Reasons.Unreachable));
        await TriedAsync(it, down, RetryPolicy.MostAttempts - 1);
        Assert.Empty(await it.Desk.LettersAsync(prepared));
        await TriedAsync(it, down, RetryPolicy.MostAttempts);
        Assert.Equal([TakenBack.Undelivered], await ToldAsync(it, prepared));
        await TriedAsync(it, down, 60);
        Assert.Null(Assert.Single(await it.List.ListAsync(default)).Dead);

        it.Desk.Time.Advance(TimeSpan.FromHours(9));
        Assert.Equal(1, await it.Dispatcher.RunOnceAsync(default));
        Assert.Equal([TakenBack.Undelivered, TakenBack.Told], await ToldAsync(it, prepared));
    }

    [Fact]
    public async Task One_that_is_never_taken_ends_with_the_consent_and_is_told()
    {
        await using var it = await Underway.OpenAsync("webhook");
        var prepared = it.Prepare();
        await it.Desk.QueueAsync(it.Withdrawal(prepared));
        it.Desk.Time.Advance(TimeSpan.FromDays(29) + TimeSpan.FromHours(13.9));
        Assert.Equal(0, await it.DispatcherOf(new Says(new SendOutcome.TryLater(Reasons.Unreachable))).RunOnceAsync(default));
        it.Desk.Time.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal(1, await it.Dispatcher.RunOnceAsync(default));
        Assert.Equal([TakenBack.Undelivered], await ToldAsync(it, prepared));
        Assert.Empty(await it.List.ListAsync(default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_refused_or_dropped_is_told(bool dropped)
    {
        await using var it = await Underway.OpenAsync("webhook");
        var prepared = it.Prepare();
        await it.Desk.QueueAsync(it.Withdrawal(prepared));
        Assert.Equal(1, dropped ? await it.List.DropAsync(prepared.Ref, default) : await it.DispatcherOf(new Says(new SendOutcome.Refused(Reasons.Refused))).RunOnceAsync(default));
        Assert.Equal([TakenBack.Undelivered], await ToldAsync(it, prepared));
        Assert.Equal(dropped ? [] : [Reasons.Refused], (await it.List.ListAsync(default)).Select(one => one.Dead));
    }

    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, RetryPolicy.MostAttempts)]
    public async Task A_system_that_knows_no_such_case_is_asked_longer_where_it_had_it_and_confirms_nothing(bool arrived, int attempts)
    {
        await using var it = await Underway.OpenAsync("webhook");
        var prepared = it.Prepare();
        await it.Desk.QueueAsync(it.Withdrawal(prepared) with { Arrived = arrived });
        var unknown = new Says(new SendOutcome.TryLater(Reasons.NoCase));
        await TriedAsync(it, unknown, attempts - 1);
        Assert.Empty(await it.Desk.LettersAsync(prepared));
        await TriedAsync(it, unknown, attempts);
        Assert.Equal([TakenBack.NotThere], await ToldAsync(it, prepared));
        Assert.Empty(await it.List.ListAsync(default));
    }

    [Fact]
    public async Task One_that_never_left_is_told_so_and_leaves_nothing()
    {
        await using var it = await Underway.OpenAsync("webhook");
        var (prepared, id) = await it.QueueAsync();
        await it.WithdrawAsync(prepared, id);
        Assert.Equal([TakenBack.NeverLeft], await ToldAsync(it, prepared));
        Assert.Empty(await it.List.ListAsync(default));
        Assert.Empty(it.Rig.Bytes);
    }

    [Fact]
    public async Task One_that_may_have_left_is_not_told_that_it_never_did()
    {
        await using var it = await Underway.OpenAsync("webhook");
        var (prepared, id) = await it.QueueAsync();
        it.Rig.Expect(Trouble.LostAnswer);
        await it.Dispatcher.RunOnceAsync(default);
        await it.WithdrawAsync(prepared, id);
        await it.SettleAsync();
        Assert.Equal([TakenBack.Told], await ToldAsync(it, prepared));
    }

    [Fact]
    public async Task The_reminder_of_a_case_that_was_taken_back_does_not_go()
    {
        await using var it = await Underway.OpenAsync("webhook");
        var (prepared, id) = await it.QueueAsync();
        await it.Dispatcher.RunOnceAsync(default);
        it.Desk.Time.Advance(TimeSpan.FromDays(28));
        Assert.Equal(1, await it.Reminders().RunOnceAsync(default));
        await it.WithdrawAsync(prepared, id);
        Assert.Equal(ParcelForm.Withdrawal, Assert.Single(await it.List.ListAsync(default)).Form);
        await it.SettleAsync();
        Assert.Empty(it.Rig.Reminded);
        Assert.Equal([prepared.Ref], it.Rig.Withdrawn);
    }

    private static async Task TriedAsync(Underway it, Says sender, int calls)
    {
        while (sender.Calls < calls)
        {
            await it.DispatcherOf(sender).RunOnceAsync(default);
            it.Desk.Time.Advance(TimeSpan.FromHours(7.5));
        }
    }

    private static async Task<IEnumerable<TakenBack?>> ToldAsync(Underway it, PreparedHandoff prepared)
    {
        var letters = await it.Desk.LettersAsync(prepared);
        Assert.All(letters, letter => Assert.Equal(HandoffState.Withdrawn, letter.State));
        return letters.Select(letter => letter.Back);
    }

    private sealed class Says(SendOutcome outcome) : ISender
    {
        internal int Calls { get; private set; }

        public bool Takes(Parcel parcel) => true;

        public Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation)
        {
            Calls++;
            return Task.FromResult(outcome);
        }
    }
}
