using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>What every sender keeps, whatever its system does: exactly one copy there, or a dead letter that says why.</summary>
public sealed class SenderContract
{
    public static TheoryData<string> Kinds => [.. Rigs.Names];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_case_arrives_once_and_the_person_is_told(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = await it.HandOverAsync();
        Assert.Equal(1, await it.Dispatcher.RunOnceAsync(default));
        Assert.Equal([prepared.Ref], it.Rig.Arrived);
        Assert.Equal(HandoffState.Delivered, Assert.Single(await it.Desk.LettersAsync(prepared)).State);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_slow_broken_or_lost_answer_leaves_one_copy(string kind)
    {
        foreach (var trouble in new[] { Trouble.Slow, Trouble.Broken, Trouble.Malformed, Trouble.LostAnswer, Trouble.Late, Trouble.Gone })
        {
            await using var it = await Underway.OpenAsync(kind);
            if (it.Rig.Impossible.Contains(trouble))
                continue;
            var prepared = await it.HandOverAsync();
            it.Rig.Expect(trouble);
            Assert.Equal(0, await it.Dispatcher.RunOnceAsync(default));
            Assert.Empty(await it.Desk.LettersAsync(prepared));
            await it.SettleAsync();
            Assert.Equal([prepared.Ref], it.Rig.Arrived);
            Assert.Equal(HandoffState.Delivered, Assert.Single(await it.Desk.LettersAsync(prepared)).State);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_refusal_becomes_a_dead_letter_that_says_why_and_can_be_retried(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        if (it.Rig.Impossible.Contains(Trouble.Refusing))
            return;
        var prepared = await it.HandOverAsync();
        it.Rig.Expect(Trouble.Refusing);
        Assert.Equal(1, await it.Dispatcher.RunOnceAsync(default));
        Assert.Empty(it.Rig.Arrived);
        Assert.Equal(HandoffState.Failed, Assert.Single(await it.Desk.LettersAsync(prepared)).State);
        var dead = Assert.Single(await it.List.ListAsync(default));
        Assert.Equal((prepared.Ref, SenderRig.RecipientId), (dead.Key, dead.Recipient));
        Assert.Contains(dead.Dead, new[] { Reasons.Refused, Reasons.NotThere });

        Assert.Equal(1, await it.List.RetryAsync(prepared.Ref, default));
        await it.SettleAsync();
        Assert.Equal([prepared.Ref], it.Rig.Arrived);
        Assert.Equal(HandoffState.Delivered, (await it.Desk.LettersAsync(prepared))[^1].State);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_same_parcel_twice_is_one_copy(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var parcel = it.Prepare().Parcel;
        // As the dispatcher marks what may have arrived, for systems that cannot be asked.
        Assert.Equal((await it.SendAsync(parcel)).Reference, (await it.SendAsync(parcel with { Repeat = true })).Reference);
        Assert.Equal([parcel.Ref], it.Rig.Arrived);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_crash_before_or_after_sending_leaves_one_copy(string kind)
    {
        foreach (var sent in new[] { false, true })
        {
            await using var it = await Underway.OpenAsync(kind);
            var prepared = await it.HandOverAsync();
            using var dying = new CancellationTokenSource();
            var crashing = new Crashing(it.Sender, sent, dying);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => it.DispatcherOf(crashing).RunOnceAsync(dying.Token));
            Assert.Empty(await it.Desk.LettersAsync(prepared));
            // Whoever comes next waits until the dead one's lease is over; at the desk there is none.
            Assert.Equal(it.Sender.StaysHere ? 1 : 0, await it.Dispatcher.RunOnceAsync(default));
            await it.SettleAsync();
            Assert.Equal([prepared.Ref], it.Rig.Arrived);
            Assert.Single(await it.Desk.LettersAsync(prepared));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_recipient_that_was_taken_out_is_a_dead_letter_that_says_so(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = await it.HandOverAsync();
        var nobody = it.DispatcherOf();
        for (var i = 0; i < RetryPolicy.MostAttempts; i++)
        {
            await nobody.RunOnceAsync(default);
            it.Desk.Time.Advance(TimeSpan.FromHours(8));
        }

        Assert.Equal(Reasons.RecipientRemoved, Assert.Single(await it.List.ListAsync(default)).Dead);
        Assert.Equal(HandoffState.Failed, Assert.Single(await it.Desk.LettersAsync(prepared)).State);
        Assert.Equal(1, await it.List.DropAsync(null, default));
        Assert.Empty(await it.List.ListAsync(default));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Nothing_goes_to_a_key_that_has_ended_but_a_request_to_delete_and_the_dead_letter_says_so(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        // P-256 keys do not end, and who reads in clear has none.
        Assert.Equal(kind is "mail" or "file-drop", it.Rig.Ended(it.Desk.Time) is not null);
        if (it.Rig.Ended(it.Desk.Time) is not var (recipient, sender))
            return;
        var prepared = it.Prepare(recipient: recipient);
        await it.Desk.QueueAsync(prepared.Parcel);
        Assert.Equal(1, await it.DispatcherOf(sender).RunOnceAsync(default));
        Assert.Empty(it.Rig.Arrived);
        Assert.Equal(Reasons.KeyExpired, Assert.Single(await it.List.ListAsync(default)).Dead);
        Assert.Equal(HandoffState.Failed, Assert.Single(await it.Desk.LettersAsync(prepared)).State);
        Assert.IsType<SendOutcome.Delivered>(await sender.SendAsync(it.Withdrawal(prepared), default));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_withdrawal_reaches_the_same_place_once_and_is_confirmed(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var (prepared, id) = await it.QueueAsync();
        await it.SettleAsync();
        Assert.Equal([prepared.Ref], it.Rig.Arrived);
        it.Rig.Expect(Trouble.LostAnswer);
        await it.WithdrawAsync(prepared, id);
        await it.SettleAsync();
        Assert.Equal([prepared.Ref], it.Rig.Withdrawn);
        // At the desk the person's own turn took it away, and knows it.
        Assert.Equal(it.Sender.StaysHere ? HandoffState.Delivered : HandoffState.Withdrawn, (await it.Desk.LettersAsync(prepared))[^1].State);
        Assert.Empty(await it.List.ListAsync(default));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_withdrawal_never_overtakes_its_case(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = await it.HandOverAsync();
        it.Rig.Expect(Trouble.Broken);
        await it.Dispatcher.RunOnceAsync(default);
        await it.Desk.QueueAsync(it.Withdrawal(prepared));
        await it.Dispatcher.RunOnceAsync(default);
        Assert.Empty(it.Rig.Withdrawn);
        await it.SettleAsync();
        Assert.Equal(it.Sender.StaysHere ? [] : [prepared.Ref], it.Rig.Withdrawn);
        Assert.Equal([HandoffState.Delivered, HandoffState.Withdrawn], (await it.Desk.LettersAsync(prepared)).Select(letter => letter.State));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_case_taken_back_while_it_is_being_sent_gets_its_notice_after_it(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var (prepared, id) = await it.QueueAsync();
        var meddling = new Meddling(it.Sender, () => it.WithdrawAsync(prepared, id));
        await it.DispatcherOf(meddling).RunOnceAsync(default);
        Assert.Empty(it.Rig.Withdrawn);
        await it.SettleAsync();
        // What stays here is not sent before it is taken out of the outbox: it never comes to the desk.
        string[] both = it.Sender.StaysHere ? [] : [prepared.Ref];
        Assert.Equal(both, it.Rig.Arrived);
        Assert.Equal(both, it.Rig.Withdrawn);
        Assert.DoesNotContain(await it.Desk.LettersAsync(prepared), letter => letter.State == HandoffState.Delivered);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_end_of_a_consent_is_told_once_in_the_same_place_and_says_nothing_of_the_case(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = it.Prepare("Canary words of the person.");
        await it.Desk.QueueAsync(prepared.Parcel);
        await it.SettleAsync();
        var reminders = it.Reminders();
        // The desk's list says so itself.
        if (it.Sender.StaysHere)
        {
            it.Desk.Time.Advance(TimeSpan.FromDays(27));
            Assert.Equal(0, await reminders.RunOnceAsync(default));
            return;
        }

        using (var thread = Assert.Single(await it.Desk.Vault.Threads.ListAsync(default)))
            // Where nothing can come back, nothing is kept by which letters could be told to belong to this recipient.
            Assert.Equal(it.Sender is ITalkingSender, TicketThread.Read(thread.Payload.Span)!.Box is not null);
        it.Desk.Time.Advance(TimeSpan.FromDays(26));
        Assert.Equal(0, await reminders.RunOnceAsync(default));
        var before = it.Rig.Bytes.Count(Canary);
        it.Desk.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await reminders.RunOnceAsync(default));
        Assert.Equal(0, await it.Reminders().RunOnceAsync(default));
        it.Rig.Expect(Trouble.LostAnswer);
        await it.SettleAsync();
        Assert.Equal([prepared.Ref], it.Rig.Reminded);
        Assert.Equal([prepared.Ref], it.Rig.Arrived);
        Assert.Equal(before, it.Rig.Bytes.Count(Canary));
        Assert.Empty(await it.List.ListAsync(default));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Nobody_is_reminded_of_what_was_taken_back(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var (prepared, id) = await it.QueueAsync();
        await it.SettleAsync();
        await it.WithdrawAsync(prepared, id);
        it.Desk.Time.Advance(TimeSpan.FromDays(28));
        Assert.Equal(0, await it.Reminders().RunOnceAsync(default));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_notice_says_that_something_waits_and_nothing_else(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = it.Prepare("Canary words of the person.");
        var notice = new Parcel(prepared.Parcel.Recipient, prepared.Ref, null, ParcelForm.Notice, prepared.Parcel.Expires, "");
        // At the desk it would wait before everybody's eyes.
        Assert.Equal(!it.Sender.StaysHere, it.Sender.Takes(notice));
        if (it.Sender.StaysHere)
            return;
        await it.SendAsync(notice);
        Assert.DoesNotContain(it.Rig.Bytes, bytes => bytes.Contains("Canary", StringComparison.Ordinal) || bytes.Contains("priv.doxxing", StringComparison.Ordinal));
        Assert.Equal([prepared.Ref], it.Rig.Arrived);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_thousand_handoffs_through_a_system_that_fails_half_of_the_time_all_arrive_once(string kind)
    {
        const int count = 1_000;
        await using var it = await Underway.OpenAsync(kind);
        var dice = new Random(20261122);
        Trouble[] kinds = [Trouble.Broken, Trouble.LostAnswer, Trouble.Late, Trouble.Gone, Trouble.Slow, Trouble.Malformed];
        // Each slow letter takes the time of one real patience: a few of them are enough.
        var slow = kind is "mail" ? 3 : int.MaxValue;
        it.Rig.Expect([.. Enumerable.Range(0, count * 4)
            .Select(_ => dice.Next(2) == 0 ? Trouble.None : kinds[dice.Next(kinds.Length)])
            .Select(trouble => it.Rig.Impossible.Contains(trouble) || (trouble == Trouble.Slow && slow-- <= 0) ? Trouble.Broken : trouble)]);
        var references = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
            references.Add((await it.HandOverAsync()).Ref);
        for (var pass = 0; pass < count && await it.List.ListAsync(default) is { Count: > 0 } left; pass++)
        {
            // Sixteen failures in a row do happen; then an operator has to say so.
            if (left.All(one => one.Dead is not null))
                await it.List.RetryAsync(null, default);
            await it.Dispatcher.RunOnceAsync(default);
            it.Desk.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(await it.List.ListAsync(default));
        Assert.Equal(references.Order(StringComparer.Ordinal), it.Rig.Arrived.Order(StringComparer.Ordinal));
    }

    private static bool Canary(string bytes) => bytes.Contains("Canary", StringComparison.Ordinal);

    private sealed class Crashing(ISender inner, bool sends, CancellationTokenSource dying) : ISender
    {
        public bool StaysHere => inner.StaysHere;

        public bool Takes(Parcel parcel) => inner.Takes(parcel);

        public async Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation)
        {
            if (sends)
                await inner.SendAsync(parcel, CancellationToken.None);
            await dying.CancelAsync();
            throw new OperationCanceledException(dying.Token);
        }
    }

    private sealed class Meddling(ISender inner, Func<Task> before) : ISender
    {
        public bool StaysHere => inner.StaysHere;

        public bool Takes(Parcel parcel) => inner.Takes(parcel);

        public async Task<SendOutcome> SendAsync(Parcel parcel, CancellationToken cancellation)
        {
            if (parcel.IsCase)
                await before();
            return await inner.SendAsync(parcel, cancellation);
        }
    }
}
