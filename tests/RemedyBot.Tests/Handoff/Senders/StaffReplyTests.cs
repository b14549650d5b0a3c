using RemedyBot.Handoff.Consent;
using RemedyBot.Handoff.Delivery.Mail;

namespace RemedyBot.Tests.Handoff.Senders;

/// <summary>What staff do in their system, and what the person hears of it.</summary>
public sealed class StaffReplyTests
{
    [Theory, InlineData("request-tracker"), InlineData("zammad")]
    public async Task Whoever_takes_a_ticket_has_seen_the_case_and_later_news_is_not_overtaken(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        await it.AskAsync();
        Own(it, us: true);
        Assert.Equal(0, await it.AskAsync());
        Own(it, us: false);
        Assert.Equal((1, 0), (await it.AskAsync(), await it.AskAsync()));
        Assert.Equal((HandoffState.Accepted, null), await LastAsync(it, prepared));

        Reply(it, "We can help.");
        Assert.Equal((1, 0), (await it.AskAsync(), await it.AskAsync()));
        Assert.Equal((HandoffState.Answered, "We can help."), await LastAsync(it, prepared));
        SetEnded(it, "resolved", "closed");
        Assert.Equal(1, await it.AskAsync());
        SetEnded(it, "open", "open");
        Assert.Equal(0, await it.AskAsync());
        Assert.Equal((HandoffState.Done, null), await LastAsync(it, prepared));
    }

    [Theory, InlineData("request-tracker"), InlineData("zammad")]
    public async Task A_file_is_left_out_and_said_and_a_small_text_counts_as_words(string kind)
    {
        await using var it = await Underway.OpenAsync(kind);
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        Reply(it, "Read this.", ("steps.txt", "text/plain", "First: نحن هنا"));
        Assert.Equal(1, await it.AskAsync());
        var note = (await it.Desk.LettersAsync(prepared))[^1];
        Assert.Equal(("Read this.\n\nFirst: نحن هنا", false), (note.Text, note.FileLeftOut));

        Reply(it, "See the form.", ("form.pdf", "application/pdf", new string('x', 4_000_000)));
        Assert.Equal(1, await it.AskAsync());
        note = (await it.Desk.LettersAsync(prepared))[^1];
        Assert.Equal(("See the form.", true), (note.Text, note.FileLeftOut));

        Reply(it, "", ("form.pdf", "application/pdf", "x"));
        Assert.Equal(1, await it.AskAsync());
        note = (await it.Desk.LettersAsync(prepared))[^1];
        Assert.Equal((HandoffState.Answered, "", true), (note.State, note.Text, note.FileLeftOut));

        Reply(it, "Long.", ("long.txt", "text/plain", new string('x', 40_000)));
        Assert.Equal(1, await it.AskAsync());
        note = (await it.Desk.LettersAsync(prepared))[^1];
        Assert.Equal(("Long.", true), (note.Text, note.FileLeftOut));
    }

    [Fact]
    public async Task Words_too_long_to_be_taken_block_nothing_and_are_said_to_be_left_out()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        var prepared = await it.HandOverAsync();
        await it.SettleAsync();
        var fake = ((RequestTrackerRig)it.Rig).Fake;
        fake.Writes(1, "alice", ("", "text/html", new string('x', 2_000_000)));
        fake.StaffReplies(1, "<p>After it.</p>");
        Assert.Equal(2, await it.AskAsync());
        var letters = await it.Desk.LettersAsync(prepared);
        Assert.Equal([("", true), ("After it.", false)], letters.Where(note => note.State == HandoffState.Answered).Select(note => (note.Text, note.FileLeftOut)));
    }

    [Fact]
    public async Task What_somebody_writes_by_mail_into_a_ticket_is_not_the_helplines_word()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        await it.HandOverAsync();
        await it.SettleAsync();
        ((RequestTrackerRig)it.Rig).Fake.Writes(1, "stranger@mail.example", ("", "text/plain", "Come to the station alone."));
        Assert.Equal(0, await it.AskAsync());
    }

    [Theory]
    [InlineData("request-tracker", Trouble.None, false), InlineData("request-tracker", Trouble.LostAnswer, false), InlineData("request-tracker", Trouble.None, true)]
    [InlineData("zammad", Trouble.None, false), InlineData("zammad", Trouble.LostAnswer, false), InlineData("zammad", Trouble.None, true)]
    public async Task A_ticket_that_a_rule_gave_to_somebody_was_not_taken_by_anybody(string kind, Trouble trouble, bool unseen)
    {
        await using var it = await Underway.OpenAsync(kind);
        FakeWeb web = it.Rig is RequestTrackerRig rt ? rt.Fake : ((ZammadRig)it.Rig).Fake;
        if (it.Rig is RequestTrackerRig tracker)
            tracker.Fake.OwnerByRule = "bob";
        else
            ((ZammadRig)it.Rig).Fake.OwnerByRule = 8;
        it.Rig.Expect(trouble);
        web.ShowsNothing = unseen;
        var late = it.Desk.Vault.Outbox.NewId();
        await it.Desk.QueueAsync(it.Prepare().Parcel with { LateNotice = late });
        await it.Desk.Vault.Outbox.AddAsync(new LateNotice("reader@mail.example", "Reminder", "Words.").ToDraft(late, it.Desk.Today.AddDays(3), ADesk.Random), default);
        await it.Dispatcher.RunOnceAsync(default);
        it.Desk.Time.Advance(TimeSpan.FromMinutes(4));
        await it.Dispatcher.RunOnceAsync(default);
        web.ShowsNothing = false;
        Assert.Equal((0, 0), (await it.AskAsync(), await it.AskAsync()));
        Assert.Single(await it.List.ListAsync(default));
        Own(it, us: false);
        Assert.Equal(1, await it.AskAsync());
        Assert.Empty(await it.List.ListAsync(default));
    }

    [Fact]
    public async Task Whoever_takes_a_ticket_has_seen_the_case_also_where_a_field_came_back_without_its_values()
    {
        await using var it = await Underway.OpenAsync("request-tracker");
        ((RequestTrackerRig)it.Rig).Fake.Bare = true;
        await it.HandOverAsync();
        await it.SettleAsync();
        Own(it, us: false);
        Assert.Equal(1, await it.AskAsync());
    }

    private static async Task<(HandoffState State, string? Text)> LastAsync(Underway it, PreparedHandoff prepared) =>
        (await it.Desk.LettersAsync(prepared))[^1] is var note ? (note.State, note.Text) : default;

    private static void Own(Underway it, bool us)
    {
        if (it.Rig is RequestTrackerRig tracker)
            tracker.Fake.SetOwner(1, us ? "remedybot" : "alice");
        else
            ((ZammadRig)it.Rig).Fake.Ticket(1)["owner_id"] = us ? 3 : 7;
    }

    private static void SetEnded(Underway it, string tracker, string zammad)
    {
        if (it.Rig is RequestTrackerRig rig)
            rig.Fake.SetStatus(1, tracker);
        else
            ((ZammadRig)it.Rig).Fake.Ticket(1)["state"] = zammad;
    }

    private static void Reply(Underway it, string words, params (string Name, string Type, string Content)[] files)
    {
        if (it.Rig is RequestTrackerRig tracker)
            tracker.Fake.Writes(1, "alice", [("", "multipart/mixed", ""), ("", "text/plain", words), .. files]);
        else
            ((ZammadRig)it.Rig).Fake.AgentWrites(1, words, isInternal: false, files: files);
    }
}
