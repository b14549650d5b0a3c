using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>Staff move tickets, rename them, merge them and close them: what belongs to a case is still found, and only that.</summary>
public sealed class MovedTicketTests
{
    [Fact]
    public async Task A_ticket_in_another_queue_with_another_subject_is_found_and_answered_from()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        var fake = ((RequestTrackerRig)it.Rig).Fake;
        fake.Move(1, "Lawyers");
        fake.Ticket(1)["Subject"] = "Doxxing, urgent";
        await it.Desk.QueueAsync(it.Withdrawal(prepared));
        await it.SettleAsync();
        Assert.Equal([prepared.Ref], it.Rig.Withdrawn);
        Assert.Single(fake.Tickets);
    }

    [Theory]
    [InlineData(SearchKind.Database, true), InlineData(SearchKind.Database, false)]
    [InlineData(SearchKind.Index, true), InlineData(SearchKind.Index, false)]
    [InlineData(SearchKind.Late, true)]
    public async Task However_zammad_searches_a_lost_answer_makes_no_second_ticket_and_an_answer_finds_the_first(SearchKind kind, bool conditions)
    {
        await using var it = await Underway.OpenAsync("zammad");
        var fake = ((ZammadRig)it.Rig).Fake;
        (fake.Kind, fake.TakesConditions) = (kind, conditions);
        var prepared = await it.HandOverAsync();
        it.Rig.Expect(Trouble.LostAnswer);
        await it.SettleAsync();
        fake.Ticket(1)["title"] = $"URGENT: Case {prepared.Ref} (Maria)";
        await it.Desk.QueueAsync(it.Withdrawal(prepared));
        await it.SettleAsync();
        Assert.Equal([prepared.Ref], it.Rig.Withdrawn);
        Assert.Single(fake.Tickets);
    }

    [Theory, InlineData(SearchKind.Database), InlineData(SearchKind.Index)]
    public async Task A_ticket_whose_title_was_written_anew_is_known_by_its_first_article(SearchKind kind)
    {
        await using var it = await Underway.OpenAsync("zammad");
        var fake = ((ZammadRig)it.Rig).Fake;
        fake.Kind = kind;
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        fake.Ticket(1)["title"] = "Doxxing, urgent";
        await it.HandOverAsync();
        await it.SettleAsync();
        await it.Desk.QueueAsync(it.Withdrawal(prepared));
        await it.SettleAsync();
        Assert.Equal((1, prepared.Ref), ((int)fake.Articles[^1]["ticket_id"]!, Assert.Single(it.Rig.Withdrawn)));
    }

    [Theory, InlineData("request-tracker"), InlineData("zammad")]
    public async Task After_a_merge_words_go_both_ways_and_nothing_that_was_said_to_somebody_else(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        await it.AskAsync();
        if (it.Rig is RequestTrackerRig { Fake: var tracker })
        {
            Assert.Equal(2, tracker.Opened("Another person", "other@mail.example", "other@mail.example"));
            tracker.Writes(2, "alice", ("", "text/plain", "To the other person."));
            tracker.StaffReplies(1, "To our person.");
            tracker.Merge(1, 2);
            tracker.StaffReplies(2, "To both.");
        }
        else
        {
            var zammad = ((ZammadRig)it.Rig).Fake;
            Assert.Equal(2, zammad.Opened("Another person", by: 9));
            zammad.AgentWrites(2, "To the other person.", isInternal: false);
            zammad.AgentWrites(1, "To our person.", isInternal: false);
            zammad.Merge(1, 2);
            zammad.AgentWrites(2, "To both.", isInternal: false);
        }

        await it.AskAsync();
        var told = (await it.Desk.LettersAsync(prepared)).Select(note => note.Text).OfType<string>();
        Assert.Equal(["To our person.", "To both."], told);

        await it.Desk.QueueAsync(Answer(it, prepared));
        await it.SettleAsync();
        Assert.Empty(await it.List.ListAsync(default));
        if (it.Rig is RequestTrackerRig { Fake: var fake })
        {
            // The other person stands as requestor: RT would mail her a correspondence.
            Assert.Equal((2, "Comment"), fake.Said.Last() is var said ? (said.Ticket, said.Type) : default);
        }
        else
        {
            Assert.Equal(2, (int)((ZammadRig)it.Rig).Fake.Articles[^1]["ticket_id"]!);
        }

        Assert.Equal(0, await it.AskAsync());
    }

    [Theory, InlineData("request-tracker"), InlineData("zammad")]
    public async Task Of_two_cases_that_staff_merge_each_person_reads_what_was_said_to_them(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var first = await it.HandOverAsync();
        await it.SettleAsync();
        var second = await it.HandOverAsync();
        await it.SettleAsync();
        await it.AskAsync();
        Says(it, 2, "To the second.");
        Says(it, 1, "To the first.");
        if (it.Rig is RequestTrackerRig { Fake: var tracker })
            tracker.Merge(1, 2);
        else
            ((ZammadRig)it.Rig).Fake.Merge(1, 2);
        await it.AskAsync();
        Says(it, 2, "To both.");
        await it.AskAsync();
        Assert.Equal(["To the first.", "To both."], await ToldAsync(it, first));
        Assert.Equal(["To the second.", "To both."], await ToldAsync(it, second));
    }

    [Fact]
    public async Task A_ticket_merged_twice_tells_nothing_that_was_said_elsewhere_before_each_merge()
    {
        await using var it = await Underway.OpenAsync("zammad");
        var fake = ((ZammadRig)it.Rig).Fake;
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        await it.AskAsync();
        fake.Opened("A second person", by: 9);
        fake.Opened("A third person", by: 9);
        Says(it, 1, "To ours.");
        fake.Merge(1, 2);
        Says(it, 3, "To the third.");
        Says(it, 2, "To two.");
        fake.Merge(2, 3);
        Says(it, 1, "Where it was.");
        Says(it, 3, "To all.");
        await it.AskAsync();
        Assert.Equal(["To ours.", "To two.", "Where it was.", "To all."], await ToldAsync(it, prepared));
        Assert.Equal(0, await it.AskAsync());
    }

    [Theory, InlineData("tickets/1"), InlineData("by_ticket/1"), InlineData("ticket_history/1")]
    public async Task What_was_not_read_yet_is_read_also_where_staff_merge_between_two_calls_of_ours(string call)
    {
        await using var it = await Underway.OpenAsync("zammad");
        var fake = ((ZammadRig)it.Rig).Fake;
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        await it.AskAsync();
        fake.Opened("Another person", by: 9);
        Says(it, 1, "To ours.");
        fake.Meanwhile = (call, () => fake.Merge(1, 2));
        await it.AskAsync();
        Assert.Null(fake.Meanwhile);
        await it.AskAsync();
        Assert.Equal(["To ours."], await ToldAsync(it, prepared));
    }

    [Fact]
    public async Task Where_zammad_does_not_say_what_was_written_where_nothing_is_told_and_nothing_is_lost()
    {
        await using var it = await Underway.OpenAsync("zammad");
        var fake = ((ZammadRig)it.Rig).Fake;
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        Says(it, 1, "We can help.");
        fake.HidesHistory = true;
        Assert.Equal(0, await it.AskAsync());
        fake.HidesHistory = false;
        Assert.Equal(1, await it.AskAsync());
        Assert.Equal(["We can help."], await ToldAsync(it, prepared));
    }

    [Fact]
    public async Task An_answer_and_a_withdrawal_open_a_closed_ticket_again_and_a_reminder_does_not()
    {
        await using var it = await Underway.OpenAsync("zammad");
        var fake = ((ZammadRig)it.Rig).Fake;
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        foreach (var (parcel, state) in new[]
        {
            (Parcel.OfReminder(prepared.Parcel.Recipient, prepared.Ref, prepared.Parcel.Expires), "closed"), (Answer(it, prepared), "open"), (it.Withdrawal(prepared), "open"),
        })
        {
            fake.Ticket(1)["state"] = "closed";
            var said = fake.Articles.Count;
            Assert.IsType<SendOutcome.Delivered>(await it.Sender.SendAsync(parcel, default));
            Assert.IsType<SendOutcome.Delivered>(await it.Sender.SendAsync(parcel, default));
            Assert.Equal((state, said + 1), ((string?)fake.Ticket(1)["state"], fake.Articles.Count));
        }
    }

    private static void Says(Underway it, int ticket, string words)
    {
        if (it.Rig is RequestTrackerRig { Fake: var tracker })
            tracker.StaffReplies(ticket, words);
        else
            ((ZammadRig)it.Rig).Fake.AgentWrites(ticket, words, isInternal: false);
    }

    private static async Task<IEnumerable<string>> ToldAsync(Underway it, PreparedHandoff prepared) => (await it.Desk.LettersAsync(prepared)).Select(note => note.Text).OfType<string>();

    private static Parcel Answer(Underway it, PreparedHandoff prepared) => PersonAnswer.Prepare(
        new HandoffRoute(it.Rig.Recipient, prepared.Ref, prepared.Parcel.Expires), "Yes, please call.", 1, it.Desk.Today, new HandoffMeans(it.Desk.Sign, ADesk.Random));
}
