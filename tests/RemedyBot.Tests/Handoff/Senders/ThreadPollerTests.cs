using Microsoft.Extensions.Logging.Abstractions;
using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery.Mail;
using RemedyBot.Handoff.Letters;

namespace RemedyBot.Tests.Handoff.Senders;

public sealed class ThreadPollerTests
{
    [Fact]
    public async Task What_staff_say_in_request_tracker_comes_once_and_as_plain_text()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        var fake = ((RequestTrackerRig)it.Rig).Fake;
        fake.StaffReplies(1, "<style>p{}</style><p>We &amp; you.</p><script>alert(1)</script>Soon");
        var poller = Poller(it);
        Assert.Equal(1, await poller.RunOnceAsync(default));
        Assert.Equal(0, await poller.RunOnceAsync(default));
        var note = (await it.Desk.LettersAsync(prepared))[^1];
        Assert.Equal((HandoffState.Answered, "We & you.\nSoon"), (note.State, note.Text));

        fake.SetStatus(1, "resolved");
        Assert.Equal(1, await poller.RunOnceAsync(default));
        Assert.Equal(0, await poller.RunOnceAsync(default));
        Assert.Equal(HandoffState.Done, (await it.Desk.LettersAsync(prepared))[^1].State);
    }

    [Fact]
    public async Task Only_what_agents_say_in_public_comes_from_zammad()
    {
        await using var it = await Underway.OpenAsync("zammad");
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        var fake = ((ZammadRig)it.Rig).Fake;
        fake.AgentWrites(1, "Between us.", isInternal: true);
        fake.AgentWrites(1, "A customer's words.", isInternal: false, sender: "Customer");
        fake.AgentWrites(1, "<div>We can help.</div>", isInternal: false);
        Assert.Equal(0, await Poller(it).RunOnceAsync(default, (SenderRig.RecipientId, "2")));
        Assert.Equal(1, await Poller(it).RunOnceAsync(default, (SenderRig.RecipientId, "1")));
        Assert.Equal("We can help.", (await it.Desk.LettersAsync(prepared))[^1].Text);
    }

    [Theory, InlineData("request-tracker"), InlineData("zammad")]
    public async Task What_the_person_answers_goes_once_into_the_same_ticket_and_is_not_read_back(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        var route = new HandoffRoute(it.Rig.Recipient, prepared.Ref, prepared.Parcel.Expires);
        var answer = PersonAnswer.Prepare(route, "Yes, please call. نعم", 1, it.Desk.Today, new HandoffMeans(it.Desk.Sign, ADesk.Random));
        await it.Desk.QueueAsync(answer);
        it.Rig.Expect(Trouble.LostAnswer);
        await it.SettleAsync();
        Assert.Empty(await it.List.ListAsync(default));
        Assert.Single(it.Rig.Bytes, bytes => bytes.StartsWith("POST", StringComparison.Ordinal) && bytes.Contains("Yes, please call. نعم", StringComparison.Ordinal));
        Assert.Equal(0, await Poller(it).RunOnceAsync(default));
    }

    [Fact]
    public async Task An_answer_that_dies_is_told_by_its_own_letter_and_holds_no_later_one_back()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        var route = new HandoffRoute(it.Rig.Recipient, prepared.Ref, prepared.Parcel.Expires, prepared.Parcel.Box);
        var means = new HandoffMeans(it.Desk.Sign, ADesk.Random);
        var lost = PersonAnswer.Prepare(route, "Lost.", 1, it.Desk.Today, means);
        await it.Desk.QueueAsync(lost);
        it.Rig.Expect(Trouble.Refusing);
        await it.SettleAsync();
        var note = (await it.Desk.LettersAsync(prepared))[^1];
        Assert.Equal((HandoffState.Failed, lost.Part), (note.State, note.Part));

        var next = PersonAnswer.Prepare(route, "Arrives.", 2, it.Desk.Today, means);
        await it.Desk.QueueAsync(next);
        await it.SettleAsync();
        note = (await it.Desk.LettersAsync(prepared))[^1];
        Assert.Equal((HandoffState.Delivered, next.Part), (note.State, note.Part));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_e_mail_to_the_person_goes_only_where_nobody_said_that_the_case_was_seen(bool answered)
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        var id = it.Desk.Vault.Outbox.NewId();
        await it.Desk.QueueAsync(it.Prepare().Parcel with { LateNotice = id });
        await it.Desk.Vault.Outbox.AddAsync(new LateNotice("reader@mail.example", "Reminder", "Words.").ToDraft(id, it.Desk.Today.AddDays(3), ADesk.Random), default);
        await it.Dispatcher.RunOnceAsync(default);
        if (answered)
            ((RequestTrackerRig)it.Rig).Fake.StaffReplies(1, "We have read it.");
        await Poller(it).RunOnceAsync(default);
        Assert.Equal(answered ? 0 : 1, (await it.List.ListAsync(default)).Count);
    }

    [Fact]
    public async Task A_long_answer_comes_whole_in_several_letters()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        var words = string.Join(' ', Enumerable.Range(0, 4_000).Select(i => "word" + i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        ((RequestTrackerRig)it.Rig).Fake.StaffReplies(1, words);
        Assert.True(await Poller(it).RunOnceAsync(default) > 1);
        var letters = (await it.Desk.LettersAsync(prepared)).Where(note => note.Text is not null).ToList();
        Assert.All(letters, note => Assert.True(note.Text!.Length <= Note.LongestText));
        Assert.Equal(words, string.Join(' ', letters.Select(note => note.Text)));
    }

    [Fact]
    public async Task After_a_withdrawal_nothing_is_asked_or_told_any_more()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        var (prepared, id) = await it.QueueAsync();
        await it.SettleAsync();
        await it.WithdrawAsync(prepared, id);
        ((RequestTrackerRig)it.Rig).Fake.StaffReplies(1, "Too late.");
        Assert.Equal(0, await Poller(it).RunOnceAsync(default));
    }

    private static ThreadPoller Poller(Underway it) => new(it.Desk.Vault.Threads, [it.Sender], it.Desk.Time, NullLogger<ThreadPoller>.Instance);
}
